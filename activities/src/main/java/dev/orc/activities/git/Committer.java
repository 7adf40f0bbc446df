package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import java.nio.file.Path;

/**
 * Whose name commits in a folder bear: what git is configured with there, or orc's. For programs
 * whose shells hide a person's git configuration.
 */
public record Committer(String name, String email) {
  public static Committer of(GitProgram git, Path folder) {
    return new Committer(
        configured(git, folder, "user.name", "orc"),
        configured(git, folder, "user.email", "orc@localhost"));
  }

  private static String configured(GitProgram git, Path folder, String key, String otherwise) {
    Ended ended = git.attempt(folder, "config", key);
    String value = ended.well() ? ended.out().strip() : "";
    return value.isEmpty() ? otherwise : value;
  }
}
