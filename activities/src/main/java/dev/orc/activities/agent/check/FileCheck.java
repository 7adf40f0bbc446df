package dev.orc.activities.agent.check;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads recorded screens and hook events as the driver does at work. Immutable. */
final class FileCheck {
  private final Driver driver;
  private final Instant at;
  private final ZoneId zone;

  /**
   * @param at when the files were made; null for each file's own time
   */
  FileCheck(Driver driver, Instant at, ZoneId zone) {
    this.driver = driver;
    this.at = at;
    this.zone = zone;
  }

  Told read(CheckOrder.Source source) {
    try {
      Path file = source.file();
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Instant made = at == null ? Files.getLastModifiedTime(file).toInstant() : at;
      Reading reading = source.hook() ? hook(text, made, file) : driver.read(text, made, zone);
      return Told.of(reading, file.toString());
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.NOT_FOUND,
          source.file() + " can not be read",
          "name a file that holds a screen or hook events");
    }
  }

  /**
   * What the last of the events says that says anything; nothing said is a program at its start.
   */
  private Reading hook(String text, Instant made, Path file) {
    List<HookEvent> events = Payloads.read(text, made, file);
    Reading last = Reading.of(Condition.STARTING);
    for (HookEvent event : events) {
      Optional<Reading> said = driver.read(event, at == null ? event.at() : at, zone);
      last = said.orElse(last);
    }
    return last;
  }
}
