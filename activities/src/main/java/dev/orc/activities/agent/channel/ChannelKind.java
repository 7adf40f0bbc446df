package dev.orc.activities.agent.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The ways a program can be spoken to; a driver's file names one under {@code channel.kind}. */
public enum ChannelKind {
  /** Paste and Enter; what it says is read from its hooks and its screen. */
  @JsonProperty("terminal")
  TERMINAL,
  /** Claude Code's session socket for words, its hooks for what it says. */
  @JsonProperty("claude-socket")
  CLAUDE_SOCKET,
  /** Codex's app-server, with its terminal program attached. */
  @JsonProperty("codex-app-server")
  CODEX_APP_SERVER,
  /** OpenCode's server, with its terminal program attached. */
  @JsonProperty("opencode-server")
  OPENCODE_SERVER
}
