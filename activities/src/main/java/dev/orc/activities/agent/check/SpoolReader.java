package dev.orc.activities.agent.check;

import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.SpoolLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The whole lines that a program's hooks have added to its file since the last look. */
final class SpoolReader {
  private final Path file;
  private int read;

  SpoolReader(Path file) {
    this.file = file;
  }

  /** The new lines as they are written. */
  List<String> lines() {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      String text = Files.readString(file);
      List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
      List<String> fresh = List.copyOf(whole.subList(Math.min(read, whole.size()), whole.size()));
      read = whole.size();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<HookEvent> event(String line) {
    return SpoolLine.parse(line);
  }
}
