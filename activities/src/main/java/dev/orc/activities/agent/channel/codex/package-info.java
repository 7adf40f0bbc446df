/**
 * Codex by its app-server: JSON-RPC over a WebSocket on loopback, the terminal program attached to
 * the same thread. {@link dev.orc.activities.agent.channel.codex.CodexOpener} is the face.
 */
package dev.orc.activities.agent.channel.codex;
