package dev.orc.activities.agent.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where git keeps what belongs to a worktree alone, and what it shares with the others of its
 * repository: a program that may write nowhere else can still commit.
 */
record GitFolders(Path own, Path common) {
  private static final String POINTER = "gitdir:";

  /** Of a folder that is no worktree too: then both are where they would be. */
  static GitFolders of(Path worktree) {
    Path git = worktree.resolve(".git");
    if (!Files.isRegularFile(git)) {
      return new GitFolders(git, git);
    }
    try {
      String pointer = Files.readString(git).strip();
      if (!pointer.startsWith(POINTER)) {
        return new GitFolders(git, git);
      }
      Path own = worktree.resolve(pointer.substring(POINTER.length()).strip()).normalize();
      Path shared = own.resolve("commondir");
      return new GitFolders(
          own,
          Files.isRegularFile(shared)
              ? own.resolve(Files.readString(shared).strip()).normalize()
              : own);
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + git, e);
    }
  }
}
