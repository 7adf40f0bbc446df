package dev.orc.activities.agent.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.Letterhead;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.HookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prompts that one life of an agent confirmed, the latest only. Not thread-safe. */
final class ConfirmedPrompts {
  private static final int KEPT = 256;

  private final Map<String, Instant> confirmed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };

  /** Notes the messages that the event confirms: a program may join several into one prompt. */
  void note(HookEvent event, Driver driver) {
    note(event.data(), event, driver);
  }

  private void note(JsonNode node, HookEvent event, Driver driver) {
    if (node == null) {
      return;
    }
    if (node.isTextual()) {
      Letterhead.ids(node.textValue()).stream()
          .filter(id -> driver.isReceiptOf(event, id))
          .forEach(id -> note(id, event.at()));
    }
    node.forEach(child -> note(child, event, driver));
  }

  void note(String messageId, Instant at) {
    confirmed.putIfAbsent(messageId, at);
  }

  Optional<Instant> of(String messageId) {
    return Optional.ofNullable(confirmed.get(messageId));
  }

  void clear() {
    confirmed.clear();
  }
}
