package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder that git knows, so that what is ignored or built does not count.
 * Thread-safe.
 */
public final class TrackedFiles {
  private final GitProgram git;

  public TrackedFiles(GitProgram git) {
    this.git = git;
  }

  /** Whether the repository knows the file; what lies outside of it came not with it. */
  public boolean has(Path root, Path file) {
    return git.attempt(root, "ls-files", "--error-unmatch", "--", file.toString()).well();
  }

  /** Their paths below the folder; none where there is no repository or nothing is in it yet. */
  public List<String> in(Path folder, int atMost) {
    Ended listed = git.attempt(folder, "ls-files", "-z", "--cached");
    return listed.well()
        ? Stream.of(listed.out().split("\0", -1))
            .filter(path -> !path.isEmpty())
            .limit(atMost)
            .toList()
        : List.of();
  }
}
