package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.TokenUsage;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a thread has used, and how near the account is to its limit. Not thread-safe: it hears one
 * message at a time.
 */
final class CodexAccount {
  /** From here on the program itself warns. */
  private static final int NEAR = 90;

  private final Clock clock;
  private final Consumer<ProgramEvent> ear;
  private Window fullest = new Window(0, null);

  private record Window(int percent, Instant resetsAt) {}

  CodexAccount(Clock clock, Consumer<ProgramEvent> ear) {
    this.clock = clock;
    this.ear = ear;
  }

  void limits(JsonNode limits) {
    Window before = fullest;
    fullest = fuller(window(limits.path("primary")), window(limits.path("secondary")));
    if (fullest.percent() >= NEAR && !fullest.equals(before)) {
      ear.accept(
          new ProgramEvent.NearLimit(fullest.percent(), fullest.resetsAt(), clock.instant()));
    }
  }

  /** When the limit ends that was reached at that time; null when nobody has said. */
  Instant resetsAt(Instant reached) {
    Instant end = fullest.resetsAt();
    return end != null && end.isAfter(reached) ? end : null;
  }

  void used(JsonNode usage) {
    JsonNode total = usage.path("total");
    long window = usage.path("modelContextWindow").asLong();
    long full = usage.path("last").path("totalTokens").asLong();
    TokenUsage used =
        new TokenUsage(
            number(total.path("inputTokens")),
            number(total.path("outputTokens")),
            null,
            window > 0 ? Math.min(100.0, 100.0 * full / window) : null);
    ear.accept(new ProgramEvent.Used(used, clock.instant()));
  }

  private static Window fuller(Window one, Window other) {
    return other.percent() > one.percent() ? other : one;
  }

  private static Window window(JsonNode window) {
    JsonNode end = window.path("resetsAt");
    return new Window(
        window.path("usedPercent").asInt(),
        end.isNumber() ? Instant.ofEpochSecond(end.longValue()) : null);
  }

  private static Long number(JsonNode node) {
    return node.isNumber() ? node.longValue() : null;
  }
}
