/** Claude Code's session socket: words for an idle and for a busy agent, as from a peer. */
package dev.orc.activities.agent.channel.claude;
