package dev.orc.worker.outbox;

import com.fasterxml.jackson.core.JacksonException;
import dev.orc.activities.agent.LifeTokens;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.Caller;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file of the outbox and tells its orchestration. Repeat-safe by id. Thread-safe. */
public final class HandOver implements OutboxLane.Taker {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final Duration BEING_WRITTEN = Duration.ofSeconds(5);

  private final Telling telling;
  private final LifeTokens tokens;
  private final Predicate<String> unfinished;

  /**
   * @param tokens tells whose life a word is of
   * @param unfinished whether a project was started here and did not end here
   */
  public HandOver(Telling telling, LifeTokens tokens, Predicate<String> unfinished) {
    this.unfinished = unfinished;
    this.telling = telling;
    this.tokens = tokens;
  }

  @Override
  public void take(Path file) throws IOException {
    Spooled spooled = read(file);
    if (spooled.project() == null) {
      throw new Refusal(Refusal.Kind.USAGE, "it names no project", "say it again");
    }
    try {
      tell(spooled);
    } catch (Refusal no) {
      throw lost(spooled.project(), no) ? notNow(spooled.project()) : no;
    }
    LOG.info("handed over {}", file.getFileName());
  }

  /** A Temporal that was set back knows nothing of it: its words wait until it is set up anew. */
  private boolean lost(String project, Refusal no) {
    return no.kind() == Refusal.Kind.NOT_FOUND
        && AgentName.WORD.matcher(project).matches()
        && unfinished.test(project);
  }

  private static Refusal notNow(String project) {
    return new Refusal(
        Refusal.Kind.NO_SERVER,
        "Temporal has lost the orchestration " + project,
        "orc resume " + project);
  }

  /** An agent's word says by its token whose it is; a word without one is a person's. */
  private Caller caller(Spooled spooled) {
    return spooled.token() == null
        ? Caller.PERSON
        : tokens.of(spooled.token()).map(Caller::new).orElseThrow(HandOver::nobody);
  }

  private static Refusal nobody() {
    return new Refusal(
        Refusal.Kind.REFUSED, "it comes from a life that is long over", "say it again");
  }

  private void tell(Spooled spooled) {
    Caller caller = caller(spooled);
    if (spooled.message() != null) {
      var unused = telling.send(caller, spooled.project(), spooled.message());
    } else if (spooled.report() != null) {
      var unused = telling.report(caller, spooled.project(), spooled.report());
    } else if (spooled.checkIn() != null) {
      var unused = telling.checkIn(caller, spooled.project(), spooled.checkIn());
    } else {
      throw new Refusal(Refusal.Kind.USAGE, "it says nothing", "say it again");
    }
  }

  private static Spooled read(Path file) throws IOException {
    try {
      return Json.lenient().readValue(Files.readString(file), Spooled.class);
    } catch (JacksonException noJson) {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      if (Instant.now().minus(BEING_WRITTEN).isBefore(written)) {
        throw new NotWhole(noJson);
      }
      throw new Refusal(
          Refusal.Kind.USAGE, "it can not be read: " + noJson.getOriginalMessage(), "say it again");
    }
  }
}
