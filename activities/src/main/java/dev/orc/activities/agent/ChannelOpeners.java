package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.ChannelOpener;
import dev.orc.activities.agent.channel.ServerPatience;
import dev.orc.activities.agent.channel.claude.ClaudeOpener;
import dev.orc.activities.agent.channel.codex.CodexOpener;
import dev.orc.activities.agent.channel.opencode.OpenCodeOpener;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who opens channels of which kind: the closed set of them. Immutable. */
final class ChannelOpeners {
  /** A busy host takes its time to start a server. */
  private static final ServerPatience PATIENCE = ServerPatience.of(Duration.ofSeconds(60));

  private final Map<ChannelKind, ChannelOpener> byKind;

  ChannelOpeners(Map<ChannelKind, ChannelOpener> byKind) {
    this.byKind = Map.copyOf(byKind);
  }

  static ChannelOpeners ofThisHost() {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Clock clock = Clock.systemUTC();
    return new ChannelOpeners(
        Map.of(
            ChannelKind.CLAUDE_SOCKET,
            new ClaudeOpener(System.getenv()),
            ChannelKind.CODEX_APP_SERVER,
            new CodexOpener(client, clock, PATIENCE),
            ChannelKind.OPENCODE_SERVER,
            new OpenCodeOpener(client, clock, PATIENCE)));
  }

  /** Empty for the terminal, which needs nobody to open it. */
  Optional<ChannelOpener> of(ChannelKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
