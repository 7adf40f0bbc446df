/**
 * OpenCode by its server: HTTP and server-sent events on loopback, the terminal program attached to
 * the same session. {@link dev.orc.activities.agent.channel.opencode.OpenCodeOpener} is the face.
 */
package dev.orc.activities.agent.channel.opencode;
