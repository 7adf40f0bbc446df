package dev.orc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Waits for what other processes do. Stateless. */
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long PAUSE_NANOS = 20_000_000;

  private Await() {}

  /** Something that is true sooner or later. */
  public interface Condition {
    boolean holds() throws IOException;
  }

  public static void until(Condition condition) throws IOException {
    until("what was waited for", LONGEST, condition);
  }

  public static void until(String what, Duration longest, Condition condition) throws IOException {
    Instant end = Instant.now().plus(longest);
    while (!condition.holds()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + longest.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  public static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
