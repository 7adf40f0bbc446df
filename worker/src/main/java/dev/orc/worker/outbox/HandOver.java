package dev.orc.worker.outbox;

import com.fasterxml.jackson.core.JacksonException;
import dev.orc.activities.Refusal;
import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.Spooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file of the outbox and tells its orchestration. Repeat-safe by id. Thread-safe. */
public final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final Duration BEING_WRITTEN = Duration.ofSeconds(5);

  private final Telling telling;

  public HandOver(Telling telling) {
    this.telling = telling;
  }

  void accept(Path file) throws IOException {
    Spooled spooled = read(file);
    if (spooled.project() == null) {
      throw new Refusal(Refusal.Kind.USAGE, "it names no project", "say it again");
    }
    tell(spooled);
    LOG.info("handed over {}", file.getFileName());
  }

  private void tell(Spooled spooled) {
    if (spooled.message() != null) {
      var unused = telling.send(spooled.project(), spooled.message());
    } else if (spooled.report() != null) {
      var unused = telling.report(spooled.project(), spooled.report());
    } else if (spooled.checkIn() != null) {
      var unused = telling.checkIn(spooled.project(), spooled.checkIn());
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
