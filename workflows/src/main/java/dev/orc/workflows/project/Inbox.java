package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One agent's waiting messages: highest priority first, then in order of arrival; and the one that
 * is on its way. Workflow threads only.
 */
@Carried
final class Inbox {
  private List<Message> waiting = new ArrayList<>();
  private Message delivering;
  private int delivered;

  /** Behind everything of its priority. */
  void add(Message message) {
    int place = waiting.size();
    while (place > 0 && waiting.get(place - 1).priority() < message.priority()) {
      place--;
    }
    waiting.add(place, message);
  }

  /** The first of those that may come now. */
  Optional<Message> next(Predicate<Message> which) {
    return waiting.stream().filter(which).findFirst();
  }

  void take(Message message) {
    waiting.remove(message);
    delivering = message;
  }

  /** Back before everything of its priority: it had arrived before them. */
  void putBack() {
    if (delivering == null) {
      return;
    }
    int place = 0;
    while (place < waiting.size() && waiting.get(place).priority() > delivering.priority()) {
      place++;
    }
    waiting.add(place, delivering);
    delivering = null;
  }

  /** The message that was on its way has arrived, or never will. */
  Message settle(boolean arrived) {
    Message settled = delivering;
    delivering = null;
    delivered += arrived ? 1 : 0;
    return settled;
  }

  /** Takes out the waiting messages that the predicate names. */
  List<Message> takeOut(Predicate<Message> which) {
    List<Message> out = waiting.stream().filter(which).toList();
    waiting.removeAll(out);
    return out;
  }

  List<Message> waiting() {
    return List.copyOf(waiting);
  }

  Optional<Message> delivering() {
    return Optional.ofNullable(delivering);
  }

  int size() {
    return waiting.size() + (delivering == null ? 0 : 1);
  }

  int delivered() {
    return delivered;
  }

  /** The earliest time at which a waiting message expires; null when none does. */
  Instant earliestExpiry() {
    return waiting.stream()
        .map(Message::expires)
        .filter(expires -> expires != null)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
