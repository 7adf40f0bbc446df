package dev.orc.activities.git;

import dev.orc.base.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which orchestration a worktree belongs to, noted in git's own folder for it, so that the note
 * goes when the worktree does. Stateless.
 */
final class Ownership {
  private static final String NOTE = "orc-project";

  void note(Path worktree, String project) {
    WholeFile.write(file(worktree), project + "\n");
  }

  /** Whether the worktree was made for this orchestration, or for none that is known. */
  boolean allows(Path worktree, String project) {
    Path note = file(worktree);
    try {
      return !Files.exists(note) || Files.readString(note).strip().equals(project);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the checkout is there and was not made for another orchestration since. */
  boolean holds(Path worktree, String project) {
    return Files.exists(worktree.resolve(".git")) && allows(worktree, project);
  }

  private static Path file(Path worktree) {
    return GitFiles.of(worktree).own().resolve(NOTE);
  }
}
