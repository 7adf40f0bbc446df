/**
 * How words go to an agent's program and how it tells of itself: the pane is for the person, the
 * program's own protocol for the words.
 *
 * <p>A {@link dev.orc.activities.agent.channel.Channel} belongs to one life of one agent. {@code
 * agent} brings letters by it, {@code watch} hears its {@link
 * dev.orc.activities.agent.channel.ProgramEvent}s. There is one kind for each way a program can be
 * spoken to ({@link dev.orc.activities.agent.channel.ChannelKind}); the terminal is one of them and
 * the fallback of all.
 */
package dev.orc.activities.agent.channel;
