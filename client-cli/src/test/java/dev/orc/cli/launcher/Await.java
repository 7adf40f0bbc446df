package dev.orc.cli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Waits for what other processes do to files. */
final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long PAUSE_NANOS = 20_000_000;

  private Await() {}

  /** Something that is true sooner or later. */
  interface Condition {
    boolean holds() throws IOException;
  }

  static void until(Condition condition) throws IOException {
    Instant end = Instant.now().plus(LONGEST);
    while (!condition.holds()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("did not happen within " + LONGEST);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
