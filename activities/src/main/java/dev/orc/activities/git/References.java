package dev.orc.activities.git;

import java.nio.file.Path;
import java.util.Optional;

/** The references of a repository by their full names, and what holds what. Thread-safe. */
final class References {
  private final GitProgram git;
  private final Path repository;

  References(GitProgram git, Path repository) {
    this.git = git;
    this.repository = repository;
  }

  Optional<String> commit(String reference) {
    try (History history = History.of(repository)) {
      return Optional.ofNullable(history.commit(reference));
    }
  }

  void set(String reference, String commit) {
    git.say(repository, "update-ref", "-m", "orc", reference, commit);
  }

  /** Sets it only if it stands where it is believed to stand. */
  boolean move(String reference, String from, String to) {
    return git.agrees(repository, "update-ref", "-m", "orc: integrate", reference, to, from);
  }

  void delete(String reference) {
    git.say(repository, "update-ref", "-d", reference);
  }

  /** How many commits {@code tip} has that {@code base} lacks. */
  int commitsSince(String tip, String base) {
    try (History history = History.of(repository)) {
      return history.since(tip, base).commits();
    }
  }

  /** Whether {@code commit} holds everything that {@code earlier} holds. */
  boolean holds(String commit, String earlier) {
    try (History history = History.of(repository)) {
      return history.holds(commit, earlier);
    }
  }
}
