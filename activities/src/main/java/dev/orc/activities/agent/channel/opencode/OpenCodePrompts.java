package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.ProgramEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How far the prompts of a session have come. One that a quiet session has written down is taken;
 * one that comes into a running turn is queued until an answer is begun that reads it. Thread-safe.
 */
final class OpenCodePrompts {
  private final MessageNames names;
  private final Consumer<ProgramEvent> ear;
  private final Map<String, Result> known = new HashMap<>();
  private final NavigableSet<String> queued = new TreeSet<>();
  private String newest = "";
  private String lastRead = "";

  OpenCodePrompts(MessageNames names, Consumer<ProgramEvent> ear) {
    this.names = names;
    this.ear = ear;
  }

  /** How far the letter has come under any of its names. */
  synchronized Optional<Result> ofLetter(String letterId) {
    return names.all(letterId).stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(result -> result == Result.TAKEN));
  }

  /** Waits until the session has the message, at most so long. */
  synchronized Optional<Result> await(String message, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!known.containsKey(message)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return Optional.of(known.get(message));
  }

  /** A message came, or more of it is known. */
  synchronized void message(JsonNode info, boolean busy, Instant at) {
    String id = info.path("id").asText();
    if (info.path("role").asText().equals("user")) {
      newest = later(newest, id);
      if (!known.containsKey(id)) {
        prompt(id, busy, at);
      }
    } else {
      read(info.path("parentID").asText(""), at);
    }
  }

  private void prompt(String id, boolean busy, Instant at) {
    if (busy) {
      queued.add(id);
      settle(id, Result.QUEUED);
    } else {
      taken(id, at);
    }
  }

  /** An answer to this message reads it and all before it. */
  private void read(String upTo, Instant at) {
    lastRead = later(lastRead, upTo);
    Set<String> ready = new HashSet<>(queued.headSet(upTo, true));
    ready.stream().sorted().forEach(id -> taken(id, at));
    queued.removeAll(ready);
  }

  /**
   * Whether no answer to the newest prompt was begun; says so once. What comes while a failed turn
   * ends is written down and left aside until the next prompt.
   */
  synchronized boolean leftAside() {
    boolean left = newest.compareTo(lastRead) > 0;
    lastRead = later(lastRead, newest);
    return left;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void taken(String id, Instant at) {
    settle(id, Result.TAKEN);
    Optional<String> letter = names.letter(id);
    if (letter.isPresent()) {
      ear.accept(new ProgramEvent.Taken(letter.get(), at));
    } else {
      ear.accept(new ProgramEvent.Typed(at));
    }
  }

  private void settle(String id, Result result) {
    known.put(id, result);
    notifyAll();
  }

  /** Takes the history in; answers whether its last prompt waits for an answer. */
  synchronized boolean missed(JsonNode messages, boolean busy, Instant at) {
    Set<String> read = new HashSet<>();
    Set<String> answered = new HashSet<>();
    for (JsonNode message : messages) {
      JsonNode info = message.path("info");
      if (info.path("role").asText().equals("assistant")) {
        read.add(info.path("parentID").asText());
        if (isLast(info)) {
          answered.add(info.path("parentID").asText());
        }
      }
    }
    lastRead = later(lastRead, read.stream().max(String::compareTo).orElse(""));
    String last = null;
    for (JsonNode message : messages) {
      if (message.path("info").path("role").asText().equals("user")) {
        last = message.path("info").path("id").asText();
        newest = later(newest, last);
        earlier(last, busy && last.compareTo(lastRead) > 0, at);
      }
    }
    return last != null && !answered.contains(last);
  }

  /** An answer that calls a tool is followed by another; one that was cut off says nothing. */
  private static boolean isLast(JsonNode answer) {
    return answer.hasNonNull("error")
        || answer.hasNonNull("finish") && !answer.path("finish").asText().equals("tool-calls");
  }

  private void earlier(String id, boolean waits, Instant at) {
    if (known.get(id) == Result.TAKEN) {
      return;
    }
    if (waits) {
      queued.add(id);
      settle(id, Result.QUEUED);
      return;
    }
    queued.remove(id);
    settle(id, Result.TAKEN);
    names.letter(id).ifPresent(letter -> ear.accept(new ProgramEvent.Taken(letter, at)));
  }
}
