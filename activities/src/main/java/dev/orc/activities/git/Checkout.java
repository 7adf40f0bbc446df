package dev.orc.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checkout that git has registered: the main one or a linked worktree.
 *
 * @param branch the short name of the branch that it is on; null when detached
 * @param lock why it is locked; null when it is not
 */
record Checkout(Path path, String head, String branch, String lock) {

  /** Whether its files are there, and not only git's note of them. */
  boolean present() {
    return Files.exists(path.resolve(".git"));
  }

  /** Whether git was killed, or is still busy, while it made this checkout. */
  boolean halfMade() {
    return "initializing".equals(lock);
  }
}
