package dev.orc.activities.driver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what a program's hook events say of its condition. Thread-safe: immutable. */
final class HookReader {
  private final DriverFile.Hooks hooks;
  private final LimitReader limits;

  HookReader(DriverFile.Hooks hooks, LimitReader limits) {
    this.hooks = hooks;
    this.limits = limits;
  }

  Optional<Reading> read(HookEvent event, Instant now, ZoneId zone) {
    for (DriverFile.Event known : hooks.events()) {
      if (matches(known, event)) {
        return known.condition() == null
            ? Optional.empty()
            : Optional.of(reading(known, event, now, zone));
      }
    }
    return Optional.empty();
  }

  boolean isReceiptOf(HookEvent event, String messageId) {
    DriverFile.Receipt receipt = hooks.receipt();
    return receipt != null
        && receipt.event().equals(event.event())
        && text(event, receipt.field()).contains("[orc " + messageId + " ");
  }

  private static boolean matches(DriverFile.Event known, HookEvent event) {
    return known.event().equals(event.event())
        && known.where().entrySet().stream()
            .allMatch(field -> text(event, field.getKey()).equals(field.getValue()));
  }

  private Reading reading(DriverFile.Event known, HookEvent event, Instant now, ZoneId zone) {
    String detail = null;
    for (String field : known.detail()) {
      String text = text(event, field);
      if (known.condition() == Condition.LIMITED) {
        Optional<Reading> limited = limits.at(text, now, zone);
        if (limited.isPresent()) {
          return limited.get();
        }
      }
      if (detail == null && !text.isBlank()) {
        detail = ScreenReader.line(text);
      }
    }
    return new Reading(known.condition(), detail, null);
  }

  /** A field of what the program gave to its hook; objects and lists as JSON; else empty. */
  private static String text(HookEvent event, String field) {
    JsonNode value = event.data() == null ? null : event.data().get(field);
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
