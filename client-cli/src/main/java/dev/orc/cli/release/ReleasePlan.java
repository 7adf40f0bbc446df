package dev.orc.cli.release;

import dev.orc.cli.release.SemanticVersion.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a release would do. Immutable.
 *
 * @param root of the checkout
 * @param last the version before; {@link SemanticVersion#NONE} when there was none
 * @param message of the commit and the tag, trailers included
 * @param files what would be committed, each with git's letters; none when only the tag is made
 * @param everything whether they are still to be staged
 * @param changelog the section that is added; null where there is no changelog
 * @param push where to; null for nowhere
 */
record ReleasePlan(
    Path root,
    String branch,
    SemanticVersion last,
    SemanticVersion next,
    Level level,
    String message,
    List<String> files,
    boolean everything,
    ChangelogSection changelog,
    PushTarget push) {

  static final String CHANGELOG = "CHANGELOG.md";

  String tag() {
    return next.toString();
  }

  boolean commits() {
    return !files.isEmpty() || changelog != null;
  }

  Path changelogFile() {
    return root.resolve(CHANGELOG);
  }
}
