package dev.orc.activities.agent;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Decides from what an agent is doing whether it may be brought a letter now. Pure. */
final class DeliveryGate {
  /** A limit that names no end is tried again after this, whenever mail comes. */
  private static final Duration UNREADABLE_LIMIT = Duration.ofMinutes(4);

  private DeliveryGate() {}

  /** What keeps the letter away, in one line; empty when nothing does. */
  static Optional<String> refusal(Sighting seen, boolean urgent, Instant now) {
    boolean away =
        switch (seen.condition()) {
          case READY, BUSY -> false;
          case LIMITED -> !urgent && !toBeTried(seen, now);
          default -> true;
        };
    return away ? Optional.of(isAt(seen.condition())) : Optional.empty();
  }

  static String isAt(Condition condition) {
    return "the agent is " + condition.name().toLowerCase(Locale.ROOT);
  }

  private static boolean toBeTried(Sighting seen, Instant now) {
    return seen.resetsAt() == null && now.isAfter(seen.since().plus(UNREADABLE_LIMIT));
  }
}
