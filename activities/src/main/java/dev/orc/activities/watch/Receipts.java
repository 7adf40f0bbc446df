package dev.orc.activities.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.Letterhead;
import dev.orc.activities.driver.Driver;
import dev.orc.activities.driver.HookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prompts that one life of an agent confirmed, the latest only. Not thread-safe. */
final class Receipts {
  private static final int KEPT = 256;

  private final Map<String, Instant> confirmed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };

  /** Notes the messages that the event confirms, each by the first letterhead of a text in it. */
  void note(HookEvent event, Driver driver) {
    note(event.data(), event, driver);
  }

  private void note(JsonNode node, HookEvent event, Driver driver) {
    if (node == null) {
      return;
    }
    if (node.isTextual()) {
      Letterhead.firstId(node.textValue())
          .filter(id -> driver.isReceiptOf(event, id))
          .ifPresent(id -> confirmed.putIfAbsent(id, event.at()));
    }
    node.forEach(child -> note(child, event, driver));
  }

  Optional<Instant> of(String messageId) {
    return Optional.ofNullable(confirmed.get(messageId));
  }

  void clear() {
    confirmed.clear();
  }
}
