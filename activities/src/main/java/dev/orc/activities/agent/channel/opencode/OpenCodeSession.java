package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.TokenUsage;
import dev.orc.workflows.model.BrokenTurn;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the server says of one session and of those that it has begun itself, in the words of every
 * channel. Thread-safe; it tells one event at a time.
 */
final class OpenCodeSession {
  private final String id;
  private final Clock clock;
  private final Consumer<ProgramEvent> ear;
  private final OpenCodeQuestions questions;
  private final OpenCodePrompts prompts;
  private final Set<String> family = new HashSet<>();
  private boolean busy;
  private BrokenTurn failed;

  OpenCodeSession(
      String id,
      Clock clock,
      Consumer<ProgramEvent> ear,
      OpenCodeQuestions questions,
      OpenCodePrompts prompts) {
    this.id = id;
    this.clock = clock;
    this.ear = ear;
    this.questions = questions;
    this.prompts = prompts;
    family.add(id);
  }

  String id() {
    return id;
  }

  synchronized void hear(JsonNode event) {
    JsonNode properties = event.path("properties");
    JsonNode info = properties.path("info");
    String type = event.path("type").asText();
    switch (type) {
      case "session.created" -> child(info);
      case "permission.asked" -> {
        if (ours(properties)) {
          questions.permission(properties).ifPresent(one -> say(new ProgramEvent.Asks(one, now())));
        }
      }
      case "question.asked" -> {
        if (ours(properties)) {
          questions.question(properties).ifPresent(one -> say(new ProgramEvent.Asks(one, now())));
        }
      }
      case "permission.replied", "question.replied", "question.rejected" ->
          answered(properties.path("requestID").asText());
      case "session.updated" -> {
        if (info.path("id").asText().equals(id)) {
          used(info);
        }
      }
      case "message.updated" -> {
        if (info.path("sessionID").asText().equals(id)) {
          prompts.message(info, busy, now());
        }
      }
      case "session.status" -> {
        if (properties.path("sessionID").asText().equals(id)) {
          status(properties.path("status"));
          ended(properties.path("status"));
        }
      }
      case "session.error" -> {
        if (properties.path("sessionID").asText().equals(id)) {
          error(properties.path("error"));
        }
      }
      default -> {
        // Parts of messages, files, tools: nothing that orc acts on.
      }
    }
  }

  private boolean ours(JsonNode properties) {
    return family.contains(properties.path("sessionID").asText());
  }

  /** A session that was begun by ours, or by one of those. */
  synchronized void child(JsonNode info) {
    if (family.contains(info.path("parentID").asText())) {
      family.add(info.path("id").asText());
    }
  }

  /** What the session does; one that the server does not list is idle. */
  synchronized void status(JsonNode status) {
    switch (status.path("type").asText("idle")) {
      case "busy" -> {
        busy = true;
        failed = null;
        say(new ProgramEvent.Working(now()));
      }
      case "retry" -> {
        busy = true;
        retry(OpenCodeFailures.line(status.path("message").asText("")));
      }
      default -> {
        busy = false;
        say(new ProgramEvent.Idle(now()));
        if (failed != null) {
          say(new ProgramEvent.Broke(failed));
          failed = null;
        }
      }
    }
  }

  /** A turn that ends leaves nothing behind; one that failed may. */
  private void ended(JsonNode status) {
    if (status.path("type").asText().equals("idle") && failed == null && prompts.leftAside()) {
      String why = "the program has left aside what came while its turn ended";
      say(new ProgramEvent.Broke(new BrokenTurn(BrokenTurn.Kind.INTERRUPTED, why, now())));
    }
  }

  /** It tries again by itself for as long as it takes; only a limit is worth a word. */
  private void retry(String text) {
    if (OpenCodeFailures.isLimit(text)) {
      say(new ProgramEvent.Limited(text, null, true, now()));
    } else {
      say(new ProgramEvent.Working(now()));
    }
  }

  private void error(JsonNode error) {
    if (OpenCodeFailures.isStop(error)) {
      return;
    }
    BrokenTurn broken = OpenCodeFailures.broken(error, now());
    if (busy) {
      // It says so before it is idle again; told now, the idleness would hide it.
      failed = broken;
    } else {
      say(new ProgramEvent.Broke(broken));
    }
  }

  synchronized void answered(String question) {
    if (questions.resolved(question)) {
      say(new ProgramEvent.Answered(question, now()));
    }
  }

  /** What is open, as a client finds it that was away. */
  synchronized void open(JsonNode permissions, JsonNode asked) {
    Set<String> still = new HashSet<>();
    permissions.forEach(one -> still.add(one.path("id").asText()));
    asked.forEach(one -> still.add(one.path("id").asText()));
    questions
        .keep(still.stream().toList())
        .forEach(over -> say(new ProgramEvent.Answered(over, now())));
    for (JsonNode one : permissions) {
      if (ours(one)) {
        questions.permission(one).ifPresent(it -> say(new ProgramEvent.Asks(it, now())));
      }
    }
    for (JsonNode one : asked) {
      if (ours(one)) {
        questions.question(one).ifPresent(it -> say(new ProgramEvent.Asks(it, now())));
      }
    }
  }

  synchronized void used(JsonNode info) {
    JsonNode tokens = info.path("tokens");
    if (!tokens.path("input").isNumber()) {
      return;
    }
    BigDecimal dollars = info.path("cost").isNumber() ? info.path("cost").decimalValue() : null;
    TokenUsage usage =
        new TokenUsage(
            tokens.path("input").longValue(), tokens.path("output").longValue(), dollars, null);
    say(new ProgramEvent.Used(usage, now()));
  }

  /** The messages of the history, oldest first, as a client finds them that was away. */
  synchronized void missed(JsonNode messages, boolean died) {
    boolean unanswered = prompts.missed(messages, busy, now());
    if (unanswered && died && !busy) {
      String why = "the program ended before it had answered";
      say(new ProgramEvent.Broke(new BrokenTurn(BrokenTurn.Kind.INTERRUPTED, why, now())));
    }
  }

  private void say(ProgramEvent event) {
    ear.accept(event);
  }

  private Instant now() {
    return clock.instant();
  }
}
