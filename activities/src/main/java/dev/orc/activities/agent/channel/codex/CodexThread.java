package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.workflows.model.BrokenTurn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What the server says of one thread, in the words of every channel. Other threads' news, and what
 * is not known, is left aside. Thread-safe; it tells one event at a time.
 */
final class CodexThread {
  private static final String OURS = "orc-";

  private final String id;
  private final Clock clock;
  private final Consumer<ProgramEvent> ear;
  private final CodexQuestions questions;
  private final CodexAccount account;
  private final Map<String, Instant> taken = new ConcurrentHashMap<>();
  private volatile String runningTurn;

  CodexThread(String id, Clock clock, Consumer<ProgramEvent> ear, CodexQuestions questions) {
    this.id = id;
    this.clock = clock;
    this.ear = ear;
    this.questions = questions;
    this.account = new CodexAccount(clock, ear);
  }

  String id() {
    return id;
  }

  /** The turn that runs now, as far as the server has told. */
  Optional<String> runningTurn() {
    return Optional.ofNullable(runningTurn);
  }

  /** When the letter became part of the thread, as far as the server has told. */
  Optional<Instant> taken(String letterId) {
    return Optional.ofNullable(taken.get(letterId));
  }

  static String messageId(String letterId) {
    return OURS + letterId;
  }

  synchronized void hear(JsonNode message) {
    JsonNode params = message.path("params");
    String method = message.path("method").asText();
    if (method.equals("account/rateLimits/updated")) {
      account.limits(params.path("rateLimits"));
      return;
    }
    if (!params.path("threadId").asText().equals(id)) {
      return;
    }
    if (message.has("id")) {
      questions.asked(message).ifPresent(asked -> say(new ProgramEvent.Asks(asked, now())));
      return;
    }
    switch (method) {
      case "thread/status/changed" -> status(params.path("status"));
      case "turn/started" -> runningTurn = params.path("turn").path("id").asText(null);
      case "turn/completed" -> completed(params.path("turn"), now());
      case "item/started" -> started(params.path("item"));
      case "item/completed" -> item(params.path("item"), now());
      case "thread/tokenUsage/updated" -> account.used(params.path("tokenUsage"));
      case "serverRequest/resolved" ->
          questions
              .resolved(params.path("requestId"))
              .ifPresent(question -> say(new ProgramEvent.Answered(question, now())));
      default -> {
        // Deltas, plans, names: nothing that orc acts on.
      }
    }
  }

  /** What the thread does, as the server tells it. */
  synchronized void status(JsonNode status) {
    switch (status.path("type").asText()) {
      case "active" -> say(new ProgramEvent.Working(now()));
      case "idle" -> {
        runningTurn = null;
        say(new ProgramEvent.Idle(now()));
      }
      // Its turn has failed; it takes the next one as if nothing had been.
      case "systemError" -> runningTurn = null;
      default -> {
        // Not loaded: it will be when somebody speaks to it.
      }
    }
  }

  /** The turns of the last page, newest first, as a client finds them that was away. */
  synchronized void missed(List<JsonNode> turns, boolean died) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      Instant at = time(turns.get(i).path("startedAt"));
      turns.get(i).path("items").forEach(item -> receipt(item, at));
    }
    if (turns.isEmpty()) {
      return;
    }
    JsonNode last = turns.get(0);
    Instant end = time(last.path("completedAt"));
    switch (last.path("status").asText()) {
      case "inProgress" -> runningTurn = last.path("id").asText(null);
      case "failed" -> failed(last, end);
      case "interrupted" -> {
        if (died) {
          String why = "the program ended in the middle of a turn";
          say(new ProgramEvent.Broke(new BrokenTurn(BrokenTurn.Kind.INTERRUPTED, why, end)));
        }
      }
      default -> {
        // It came to its end.
      }
    }
  }

  /** Another connection: whatever is still open will be asked again on it. */
  synchronized void reconnected() {
    questions.restart().forEach(question -> say(new ProgramEvent.Answered(question, now())));
  }

  private void started(JsonNode item) {
    if (item.path("type").asText().equals("fileChange")) {
      questions.change(item);
    }
  }

  private void item(JsonNode item, Instant at) {
    if (item.path("type").asText().equals("userMessage") && !receipt(item, at)) {
      say(new ProgramEvent.Typed(at));
    }
  }

  private boolean receipt(JsonNode item, Instant at) {
    String client = item.path("clientId").asText("");
    if (!item.path("type").asText().equals("userMessage") || !client.startsWith(OURS)) {
      return false;
    }
    String letter = client.substring(OURS.length());
    taken.putIfAbsent(letter, at);
    say(new ProgramEvent.Taken(letter, at));
    return true;
  }

  private void completed(JsonNode turn, Instant at) {
    runningTurn = null;
    if (turn.path("status").asText().equals("failed")) {
      say(new ProgramEvent.Idle(at));
      failed(turn, at);
    }
  }

  private void failed(JsonNode turn, Instant at) {
    BrokenTurn broken = CodexFailures.broken(turn.path("error"), at);
    if (broken.kind() == BrokenTurn.Kind.LIMIT) {
      say(new ProgramEvent.Limited(broken.text(), account.resetsAt(at), false, at));
    }
    say(new ProgramEvent.Broke(broken));
  }

  private void say(ProgramEvent event) {
    ear.accept(event);
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant time(JsonNode seconds) {
    return seconds.isNumber() ? Instant.ofEpochSecond(seconds.longValue()) : now();
  }
}
