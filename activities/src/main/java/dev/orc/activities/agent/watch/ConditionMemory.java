package dev.orc.activities.agent.watch;

import dev.orc.workflows.model.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps since when an agent's condition holds, so that the age survives a restart of the worker:
 * {@code incarnation condition since} in one line. Not thread-safe.
 */
final class ConditionMemory {
  private static final Logger log = LoggerFactory.getLogger(ConditionMemory.class);

  private final Path file;
  private boolean read;

  ConditionMemory(Path file) {
    this.file = file;
  }

  /**
   * Since when it holds; asked once for each change.
   *
   * @param from what follows from what is known now
   */
  Instant since(int incarnation, Condition condition, Instant from) {
    Instant since = read ? from : earlier(kept(incarnation, condition), from);
    read = true;
    keep(incarnation, condition, since);
    return since;
  }

  private static Instant earlier(Instant kept, Instant from) {
    return kept != null && kept.isBefore(from) ? kept : from;
  }

  /** What an earlier worker has kept of this very condition; null for nothing. */
  private Instant kept(int incarnation, Condition condition) {
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      boolean same =
          words.length == 3
              && words[0].equals(Integer.toString(incarnation))
              && words[1].equals(condition.name());
      return same ? Instant.parse(words[2]) : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | DateTimeException e) {
      log.warn("{} does not say since when the condition holds: {}", file, e.toString());
      return null;
    }
  }

  private void keep(int incarnation, Condition condition, Instant since) {
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      Files.write(
          draft,
          (incarnation + " " + condition + " " + since + "\n").getBytes(StandardCharsets.UTF_8));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("the age of a condition can not be kept in {}: {}", file, e.toString());
    }
  }
}
