package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** Reads what a program's hook events say of its condition. Thread-safe: immutable. */
final class HookReader {
  private static final double FULL_PERCENT = 100;

  private final HooksPart hooks;
  private final LimitReader limits;

  HookReader(HooksPart hooks, LimitReader limits) {
    this.hooks = hooks;
    this.limits = limits;
  }

  Optional<Reading> read(HookEvent event, Instant now, ZoneId zone) {
    for (HooksPart.Event known : hooks.events()) {
      if (matches(known, event)) {
        return known.condition() == null
            ? Optional.empty()
            : Optional.of(reading(known, event, now, zone));
      }
    }
    return Optional.empty();
  }

  boolean isReceiptOf(HookEvent event, String messageId) {
    HooksPart.Receipt receipt = hooks.receipt();
    return receipt != null
        && receipt.event().equals(event.event())
        && text(event, receipt.field()).contains("[orc " + messageId + " ");
  }

  private static boolean matches(HooksPart.Event known, HookEvent event) {
    return known.event().equals(event.event())
        && known.where().entrySet().stream()
            .allMatch(field -> text(event, field.getKey()).equals(field.getValue()))
        && known.like().entrySet().stream()
            .allMatch(field -> field.getValue().matcher(text(event, field.getKey())).find());
  }

  private Reading reading(HooksPart.Event known, HookEvent event, Instant now, ZoneId zone) {
    if (known.condition() != Condition.LIMITED) {
      return new Reading(known.condition(), detail(known, event), null, known.broke());
    }
    Optional<Reading> told =
        known.detail().stream()
            .flatMap(field -> limits.at(text(event, field), now, zone).stream())
            .findFirst();
    return new Reading(
        Condition.LIMITED,
        told.map(Reading::detail).orElseGet(() -> detail(known, event)),
        reset(known, event, now).or(() -> told.map(Reading::resetsAt)).orElse(null),
        known.broke());
  }

  private static String detail(HooksPart.Event known, HookEvent event) {
    return known.detail().stream()
        .map(field -> text(event, field))
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(ScreenReader::line)
        .orElse(null);
  }

  /** The latest end of the windows that are used up. */
  private static Optional<Instant> reset(HooksPart.Event known, HookEvent event, Instant now) {
    if (event.data() == null) {
      return Optional.empty();
    }
    return known.resets().stream()
        .filter(window -> event.data().at(window.used()).asDouble() >= FULL_PERCENT)
        .map(window -> Instant.ofEpochSecond(event.data().at(window.at()).asLong()))
        .filter(end -> end.isAfter(now))
        .max(Comparator.naturalOrder());
  }

  /** A field of what the program gave to its hook; objects and lists as JSON; else empty. */
  private static String text(HookEvent event, String field) {
    if (event.data() == null) {
      return "";
    }
    JsonNode value = field.startsWith("/") ? event.data().at(field) : event.data().path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
