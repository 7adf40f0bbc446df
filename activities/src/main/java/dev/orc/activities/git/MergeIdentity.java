package dev.orc.activities.git;

import java.nio.file.Path;
import java.util.Map;

/** Who merges: whoever git is configured for, or orc where it is configured for nobody. */
final class MergeIdentity {
  private static final Map<String, String> ORC =
      Map.of(
          "GIT_AUTHOR_NAME", "orc",
          "GIT_AUTHOR_EMAIL", "orc@localhost",
          "GIT_COMMITTER_NAME", "orc",
          "GIT_COMMITTER_EMAIL", "orc@localhost");

  private MergeIdentity() {}

  /** What the environment of one merge needs in addition. */
  static Map<String, String> of(GitProgram git, Path repository) {
    boolean known =
        git.agrees(repository, "config", "user.name")
            && git.agrees(repository, "config", "user.email");
    return known ? Map.of() : ORC;
  }
}
