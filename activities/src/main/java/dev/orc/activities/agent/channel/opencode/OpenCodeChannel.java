package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Parcel;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Words for one session. A session that works queues them by itself and reads them at its next
 * step. Thread-safe.
 */
final class OpenCodeChannel implements Channel {
  private static final int WHOLE_HISTORY = 10_000;

  private final OpenCodeServer server;
  private final OpenCodeTies ties;
  private final OpenCodeSession session;
  private final OpenCodePrompts prompts;
  private final OpenCodeQuestions questions;
  private final MessageNames names;
  private final Clock clock;

  OpenCodeChannel(
      OpenCodeServer server,
      OpenCodeTies ties,
      OpenCodeSession session,
      OpenCodePrompts prompts,
      OpenCodeQuestions questions,
      MessageNames names,
      Clock clock) {
    this.server = server;
    this.ties = ties;
    this.session = session;
    this.prompts = prompts;
    this.questions = questions;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Brought bring(Parcel parcel, Duration atMost) throws InterruptedException {
    Optional<Result> before = prompts.ofLetter(parcel.letterId());
    if (before.isPresent()) {
      return brought(before.get(), detail(before.get()));
    }
    // A name of its own for each try: an old one would stand before what was said since.
    String message = names.name(parcel.letterId());
    try {
      server.prompt(session.id(), message, parcel.text());
    } catch (ServerRefused e) {
      return brought(Result.NOT_BROUGHT, "opencode refused it: " + e.getMessage());
    } catch (ConnectException e) {
      return brought(Result.NOT_BROUGHT, "opencode's server can not be reached");
    } catch (IOException e) {
      return brought(Result.DOUBTFUL, e.getMessage());
    }
    Optional<Result> came = prompts.await(message, atMost);
    return came.map(result -> brought(result, detail(result)))
        .orElseGet(() -> brought(Result.DOUBTFUL, "opencode has not said that it took it"));
  }

  private static String detail(Result result) {
    return result == Result.QUEUED ? "opencode works; it waits in opencode's own queue" : null;
  }

  @Override
  public Known knows(String letterId) throws InterruptedException {
    try {
      for (JsonNode message : server.messages(session.id(), WHOLE_HISTORY)) {
        if (MessageNames.isOf(message.path("info").path("id").asText(), letterId)) {
          return Known.YES;
        }
      }
      return Known.NO;
    } catch (IOException | ServerRefused e) {
      return Known.CANNOT_TELL;
    }
  }

  @Override
  public boolean answer(String questionId, String choice) throws InterruptedException {
    Optional<OpenCodeQuestions.Open> open = questions.find(questionId);
    ObjectNode answer = open.map(asked -> asked.answers().get(choice)).orElse(null);
    if (answer == null) {
      return false;
    }
    try {
      server.answer(open.get().path(), answer);
      return true;
    } catch (IOException | ServerRefused e) {
      return false;
    }
  }

  @Override
  public void close() {
    ties.close();
  }

  private Brought brought(Result result, String detail) {
    return new Brought(result, clock.instant(), detail);
  }
}
