package dev.orc.cli.release;

import dev.orc.base.process.Ended;
import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Does what was planned: changelog, commit, tag, push. What is not committed is put back as it was,
 * the index too, byte for byte. For one use.
 */
final class ReleaseSteps {
  private final OwnGit git;
  private final ReleasePlan plan;

  ReleaseSteps(OwnGit here, ReleasePlan plan) {
    this.git = here.in(plan.root());
    this.plan = plan;
  }

  /** Commits and tags. */
  void make() {
    if (plan.commits()) {
      commit();
    }
    String text = plan.tag() + "\n\n" + plan.message();
    Ended tagged =
        git.attemptReading(
            text, "tag", "--annotate", "--cleanup=whitespace", "-F", "-", plan.tag());
    if (!tagged.well()) {
      throw Failure.failed(
          "committed, but not tagged: " + tagged.firstLine(),
          "git tag -a " + plan.tag() + ", once that is mended");
    }
  }

  /** Pushes, where there is somewhere to push to. */
  void push() {
    Optional<String> refused = plan.push().push(git, plan.tag());
    if (refused.isPresent()) {
      throw Failure.failed(
          plan.tag() + " is made here, but not pushed: " + refused.get(),
          "Mend it, then: " + plan.push().command(plan.tag()));
    }
  }

  private void commit() {
    Path index = plan.root().resolve(git.say("rev-parse", "--git-path", "index"));
    Optional<byte[]> indexBefore = content(index);
    Optional<byte[]> changelogBefore =
        plan.changelog() == null ? Optional.empty() : content(plan.changelogFile());
    Ended ended = stageAndCommit(changelogBefore);
    if (!ended.well()) {
      changelogBefore.ifPresent(bytes -> write(plan.changelogFile(), bytes));
      indexBefore.ifPresentOrElse(bytes -> write(index, bytes), () -> delete(index));
      throw Failure.failed(
          "git does not commit it: " + ended.firstLine(),
          "Mend that, then release again; nothing was changed");
    }
  }

  private Ended stageAndCommit(Optional<byte[]> changelog) {
    changelog.ifPresent(bytes -> write(plan.changelogFile(), plan.changelog().into(bytes)));
    if (plan.everything()) {
      Ended added = git.attempt("add", "--all", "--", ".");
      if (!added.well()) {
        return added;
      }
    }
    if (changelog.isPresent()) {
      Ended added = git.attempt("add", "--", ReleasePlan.CHANGELOG);
      if (!added.well()) {
        return added;
      }
    }
    return git.attemptReading(
        plan.message(), "commit", "--quiet", "--cleanup=whitespace", "-F", "-");
  }

  private static Optional<byte[]> content(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** In place: the file keeps its rights. */
  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static Failure unusable(Path file, IOException e) {
    return Failure.failed(file + " can not be used: " + e.getMessage(), "See: git status");
  }
}
