package dev.orc.activities.git;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import java.nio.file.Path;

/** The commit that a starting branch stands on, or one line that says why there is none. */
final class StartingPoint {
  private StartingPoint() {}

  /**
   * @param branch its short name; null when nobody knows it any more
   */
  static String of(References references, Path repository, String branch) {
    if (branch == null) {
      throw new Refusal(
          Kind.NOT_FOUND,
          "nothing is known any more of the branches that this project worked on",
          "git -C '" + repository + "' branch --list");
    }
    return references
        .commit("refs/heads/" + branch)
        .orElseThrow(
            () ->
                new Refusal(
                    Kind.NOT_FOUND,
                    "the starting branch " + branch + " has no commit, or is not there any more",
                    "git -C '" + repository + "' branch --list"));
  }
}
