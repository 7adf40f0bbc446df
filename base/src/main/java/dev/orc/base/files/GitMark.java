package dev.orc.base.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells a checkout from any other folder: a {@code .git} that git itself would take for one. A
 * bare folder of that name is none; sandboxes of agent programs leave such in folders that they
 * protect. Stateless.
 */
public final class GitMark {
  private static final String NAME = ".git";

  private GitMark() {}

  /** Whether that folder is the root of a checkout, the main one or a linked worktree. */
  public static boolean isIn(Path folder) {
    Path mark = folder.resolve(NAME);
    return Files.isRegularFile(mark) || Files.exists(mark.resolve("HEAD"));
  }

  /** The nearest root above a file or folder. */
  public static Optional<Path> above(Path path) {
    return path.getParent() == null ? Optional.empty() : around(path.getParent());
  }

  /** The root of the checkout that a folder lies in, or is. */
  public static Optional<Path> around(Path folder) {
    for (Path above = folder; above != null; above = above.getParent()) {
      if (isIn(above)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }
}
