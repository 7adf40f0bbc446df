package dev.orc.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps orc's own files in the worktrees out of everybody's commits, by the repository's private
 * {@code info/exclude}. Thread-safe under the repository's lock.
 */
final class Excludes {
  private static final String TITLE = "# orc: its own files in the agents' worktrees";
  private static final List<String> FILES =
      List.of("/COMPLETED", "/FAILED", "/.claude/settings.local.json");

  private Excludes() {}

  static void write(Path repository) {
    Path file = GitFiles.of(repository).common().resolve("info").resolve("exclude");
    try {
      String present = Files.exists(file) ? Files.readString(file) : "";
      List<String> lines = present.lines().toList();
      List<String> missing = FILES.stream().filter(entry -> !lines.contains(entry)).toList();
      if (!missing.isEmpty()) {
        String gap = present.isEmpty() || present.endsWith("\n") ? "" : "\n";
        String title = lines.contains(TITLE) ? "" : TITLE + "\n";
        Files.createDirectories(file.getParent());
        // Appended, not replaced: the file keeps its owner and its rights.
        Files.writeString(
            file,
            gap + title + String.join("\n", missing) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
