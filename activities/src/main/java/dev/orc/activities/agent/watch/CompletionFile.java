package dev.orc.activities.agent.watch;

import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@code COMPLETED} or {@code FAILED} file that a lead may leave in its worktree.
 *
 * @param content the file's name, a newline, its first lines
 * @param writtenAt when it was written last: the same words written anew are said anew
 */
record CompletionFile(String content, Instant writtenAt) {
  private static final List<String> NAMES = List.of("COMPLETED", "FAILED");
  private static final int BYTES = 2_048;
  private static final int LINES = 5;

  /** Empty when there is none. */
  static Optional<CompletionFile> in(Path worktree) {
    for (String name : NAMES) {
      Path file = worktree.resolve(name);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(
            new CompletionFile(name + "\n" + firstLines(file), writtenAt(file).orElse(null)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> writtenAt(Path file) {
    try {
      Instant at = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return Optional.of(at.truncatedTo(ChronoUnit.MILLIS));
    } catch (IOException gone) {
      return Optional.empty();
    }
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
