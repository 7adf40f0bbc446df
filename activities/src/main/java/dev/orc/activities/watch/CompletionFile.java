package dev.orc.activities.watch;

import dev.orc.activities.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code COMPLETED} or {@code FAILED} file that a lead may leave in its worktree. */
final class CompletionFile {
  private static final List<String> NAMES = List.of("COMPLETED", "FAILED");
  private static final int BYTES = 2_048;
  private static final int LINES = 5;

  private CompletionFile() {}

  /** The file's name, a newline, its first lines; null when there is none. */
  static String in(Path worktree) {
    for (String name : NAMES) {
      Path file = worktree.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return name + "\n" + firstLines(file);
      }
    }
    return null;
  }

  private static String firstLines(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
      return text.lines().limit(LINES).map(CleanText::oneLine).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "";
    }
  }
}
