package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.policy.InboxLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** An inbox for every agent, and the letters that are settled. Workflow threads only. */
@Carried
final class Mailroom {
  private static final int SETTLED = 200;
  private static final int ALL_ANSWERS = 100_000;
  private static final int OLD_ANSWER = 200;

  private Map<String, Inbox> inboxes = new LinkedHashMap<>();
  private List<Letter> settled = new ArrayList<>();
  private long pendingWeight;

  void post(Message message) {
    inbox(message.to()).add(message);
    pendingWeight += InboxLimit.weight(message);
  }

  /** Whether so many more copies of the message can be kept. */
  boolean hasRoomFor(Message message, int copies) {
    return InboxLimit.fits(pendingWeight, message, copies);
  }

  /** What is kept of a message in the orchestration's own name; empty when nothing can be. */
  Optional<Message> fitting(Message message) {
    return InboxLimit.fitting(pendingWeight, message);
  }

  Inbox inbox(String role) {
    return inboxes.computeIfAbsent(role, ignored -> new Inbox());
  }

  /** An inbox to look at; unlike {@link #inbox} it creates nothing, so queries may use it. */
  Inbox look(String role) {
    return inboxes.getOrDefault(role, new Inbox());
  }

  /** The message on its way to the role came to its end. */
  void settle(String role, LetterState state, Instant at) {
    Message message = inbox(role).settle(state.arrived());
    if (message != null) {
      remember(message, state, at);
    }
  }

  /** A message that has arrived by another way than through the inbox. */
  void arrived(Message message, Instant at) {
    Inbox inbox = inbox(message.to());
    inbox.add(message);
    pendingWeight += InboxLimit.weight(message);
    inbox.take(message);
    settle(message.to(), LetterState.DELIVERED, at);
  }

  /** Takes out what waits and is named by the predicate; it will not be brought any more. */
  List<Message> withdraw(String role, Predicate<Message> which, LetterState state, Instant now) {
    List<Message> out = inbox(role).takeOut(which);
    out.forEach(message -> remember(message, state, now));
    return out;
  }

  List<Message> dropExpired(Instant now) {
    List<Message> dropped = new ArrayList<>();
    for (String role : List.copyOf(inboxes.keySet())) {
      dropped.addAll(withdraw(role, message -> message.expired(now), LetterState.EXPIRED, now));
    }
    return dropped;
  }

  /** Writes the answer on the letter that asked; empty when that letter is not kept any more. */
  Optional<Message> answer(String messageId, String answer, Instant now) {
    for (int place = settled.size() - 1; place >= 0; place--) {
      Message message = settled.get(place).message();
      if (message.id().equals(messageId)) {
        String kept = Texts.cut(answer, Message.INLINE_CHARACTERS);
        settled.set(place, new Letter(message, LetterState.ANSWERED, now, kept));
        shortenOldAnswers();
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  /** All answers travel in one payload; those that were read long ago keep their beginning. */
  private void shortenOldAnswers() {
    int room = ALL_ANSWERS;
    for (int place = settled.size() - 1; place >= 0; place--) {
      Letter letter = settled.get(place);
      if (letter.answer() != null) {
        String kept = Texts.cut(letter.answer(), Math.max(room, OLD_ANSWER));
        room -= kept.length();
        settled.set(place, new Letter(letter.message(), letter.state(), letter.at(), kept));
      }
    }
  }

  boolean waits(String role, Predicate<Message> which) {
    Inbox inbox = look(role);
    return inbox.waiting().stream().anyMatch(which) || inbox.delivering().filter(which).isPresent();
  }

  /** When the next waiting message expires; null when none does. */
  Instant earliestExpiry() {
    return inboxes.values().stream()
        .map(Inbox::earliestExpiry)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Settled letters, then what is on its way, then what waits; of one role, or of all. */
  List<Letter> letters(String role) {
    boolean all = role == null || role.isEmpty();
    List<Letter> letters = new ArrayList<>();
    settled.stream()
        .filter(letter -> all || letter.message().to().equals(role))
        .forEach(letters::add);
    inboxes.forEach(
        (owner, inbox) -> {
          if (all || owner.equals(role)) {
            inbox
                .delivering()
                .ifPresent(m -> letters.add(new Letter(m, LetterState.DELIVERING, null, null)));
            inbox
                .waiting()
                .forEach(m -> letters.add(new Letter(m, LetterState.WAITING, null, null)));
          }
        });
    return letters;
  }

  private void remember(Message message, LetterState state, Instant at) {
    pendingWeight -= InboxLimit.weight(message);
    settled.add(new Letter(InboxLimit.shortened(message), state, at, null));
    if (settled.size() > SETTLED) {
      settled.remove(0);
    }
  }
}
