package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.channel.codex.CodexCalls.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words for one thread. A quiet thread gets them as a turn. In one that works urgent words go into
 * the running turn, others into the server's queue, which outlives the server.
 *
 * <p>A turn takes what went into it only when the model has begun to answer, and until then no
 * history names it: a letter that was handed to a turn is not handed over again while that turn
 * runs. Thread-safe.
 */
final class CodexChannel implements Channel {
  private final CodexTies ties;
  private final CodexThread thread;
  private final CodexQuestions questions;
  private final Ear ear;
  private final Clock clock;

  /** The turn that each letter was handed to. */
  private final Map<String, String> handedTo = new ConcurrentHashMap<>();

  CodexChannel(CodexTies ties, CodexThread thread, CodexQuestions questions, Ear ear, Clock clock) {
    this.ties = ties;
    this.thread = thread;
    this.questions = questions;
    this.ear = ear;
    this.clock = clock;
  }

  @Override
  public Brought bring(Parcel parcel, Duration atMost) throws InterruptedException {
    String message = CodexThread.messageId(parcel.letterId());
    Optional<Instant> before = thread.taken(parcel.letterId());
    if (before.isPresent()) {
      // Codex takes the same letter as often as it is given.
      return new Brought(Result.TAKEN, before.get(), null);
    }
    if (!runs(parcel.letterId())) {
      CodexLink link;
      try {
        link = ties.link();
      } catch (IOException e) {
        return brought(Result.NOT_BROUGHT, e.getMessage());
      }
      boolean queued;
      try {
        queued = hand(link, message, parcel);
      } catch (Refused e) {
        return brought(Result.NOT_BROUGHT, "codex refused it: " + e.getMessage());
      } catch (IOException e) {
        return brought(Result.DOUBTFUL, e.getMessage());
      }
      if (queued && thread.runningTurn().isPresent()) {
        return brought(Result.QUEUED, "codex works; it waits in codex's own queue");
      }
    }
    return ear.awaitTaken(parcel.letterId(), atMost)
        .map(at -> new Brought(Result.TAKEN, at, null))
        .orElseGet(() -> untaken(parcel.letterId()));
  }

  private Brought untaken(String letterId) {
    return runs(letterId)
        ? brought(Result.QUEUED, "codex works; it reads it at its next step")
        : brought(Result.DOUBTFUL, "codex has not said that it took it");
  }

  /** Whether the turn that the letter was handed to runs. */
  private boolean runs(String letterId) {
    String turn = handedTo.get(letterId);
    return turn != null && thread.runningTurn().filter(turn::equals).isPresent();
  }

  /** Whether it went into the server's queue. */
  private boolean hand(CodexLink link, String message, Parcel parcel)
      throws IOException, InterruptedException, Refused {
    Optional<String> turn = thread.runningTurn();
    if (turn.isEmpty()) {
      handedTo.put(parcel.letterId(), link.startTurn(thread.id(), message, parcel.text()));
      return false;
    }
    if (parcel.urgent()) {
      try {
        link.steer(thread.id(), turn.get(), message, parcel.text());
        handedTo.put(parcel.letterId(), turn.get());
        return false;
      } catch (Refused e) {
        // The turn is over by now, or of a kind that takes nothing: the queue suits both.
      }
    }
    if (!link.queued(thread.id(), message)) {
      link.queue(thread.id(), message, parcel.text());
    }
    return true;
  }

  @Override
  public Known knows(String letterId) throws InterruptedException {
    try {
      return ties.link()
          .holds(thread.id(), CodexThread.messageId(letterId))
          .map(held -> held ? Known.YES : Known.NO)
          .orElse(Known.CANNOT_TELL);
    } catch (IOException | Refused e) {
      return Known.CANNOT_TELL;
    }
  }

  @Override
  public boolean answer(String questionId, String choice) throws InterruptedException {
    Optional<CodexQuestions.Open> open = questions.find(questionId);
    JsonNode answer = open.map(asked -> asked.answers().get(choice)).orElse(null);
    if (answer == null) {
      return false;
    }
    try {
      ties.link().answer(open.get().request(), answer);
      return true;
    } catch (IOException e) {
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
