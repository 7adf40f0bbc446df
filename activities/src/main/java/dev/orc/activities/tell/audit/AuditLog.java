package dev.orc.activities.tell.audit;

import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every message, report and change as a line of JSON, in a file for each day (UTC) that is kept for
 * so many days. What can not be written is said in the worker's log and stops nothing. Thread-safe.
 */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int TEXT_CHARACTERS = 200;
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final int keptDays;
  private final Clock clock;
  private LocalDate today;

  /**
   * @param folder as {@code audit} in the state folder
   * @param keptDays today included
   */
  public AuditLog(Path folder, int keptDays, Clock clock) {
    if (keptDays < 1) {
      throw new IllegalArgumentException("the audit log keeps one day at least");
    }
    this.folder = folder;
    this.keptDays = keptDays;
    this.clock = clock;
  }

  public synchronized void write(AuditEvent event) {
    try {
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (!day.equals(today)) {
        today = day;
        removeOld();
      }
      PrivateFiles.appendLine(folder.resolve(day + SUFFIX), HostJson.line(cleaned(event)));
    } catch (IOException e) {
      LOG.error("the audit log lacks {} {}: {}", event.kind(), event.id(), e.toString());
    }
  }

  private static AuditEvent cleaned(AuditEvent event) {
    return new AuditEvent(
        event.at(),
        event.project(),
        event.kind(),
        event.id(),
        event.from(),
        event.to(),
        event.outcome(),
        event.latencyMillis(),
        event.text() == null ? null : CleanText.oneLine(event.text(), TEXT_CHARACTERS));
  }

  private void removeOld() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    LocalDate oldestKept = today.minusDays(keptDays - 1L);
    for (Path file : files) {
      if (day(file).filter(day -> day.isBefore(oldestKept)).isPresent()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The day of one of the log's own files. */
  private static Optional<LocalDate> day(Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
