package dev.orc.activities.git;

import dev.orc.activities.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps orc's own files in the worktrees out of everybody's commits, by the repository's private
 * {@code info/exclude}. Thread-safe under the repository's lock.
 */
final class Excludes {
  private static final String TITLE = "# orc: its own files in the agents' worktrees";
  private static final List<String> FILES =
      List.of("/COMPLETED", "/FAILED", "/.claude/settings.local.json", "/.orc/");

  private final GitProgram git;

  Excludes(GitProgram git) {
    this.git = git;
  }

  void write(Path repository) {
    Path common = repository.resolve(git.say(repository, "rev-parse", "--git-common-dir"));
    Path file = common.resolve("info").resolve("exclude");
    try {
      String present = Files.exists(file) ? Files.readString(file) : "";
      List<String> lines = present.lines().toList();
      List<String> missing = FILES.stream().filter(entry -> !lines.contains(entry)).toList();
      if (!missing.isEmpty()) {
        String start = present.isEmpty() || present.endsWith("\n") ? present : present + "\n";
        String title = lines.contains(TITLE) ? "" : TITLE + "\n";
        WholeFile.write(file, start + title + String.join("\n", missing) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
