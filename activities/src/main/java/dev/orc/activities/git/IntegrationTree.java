package dev.orc.activities.git;

import dev.orc.activities.git.RoleTips.Tip;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout of its own in which branches are merged and proved, so that nothing that goes wrong is
 * ever seen on the starting branch. For one use. Opening, merging and removing want the
 * repository's lock.
 */
final class IntegrationTree {
  private static final int OUTPUT_KEPT = 4_096;

  /** Nobody's hooks and signing keys are asked for a merge that only orc sees so far. */
  private static final List<String> ALONE =
      List.of("-c", "core.hooksPath=/dev/null", "-c", "commit.gpgSign=false");

  private final GitProgram git;
  private final Path repository;
  private final Path place;
  private final String branch;
  private Map<String, String> identity = Map.of();

  IntegrationTree(GitProgram git, Path repository, Path place, String branch) {
    this.git = git;
    this.repository = repository;
    this.place = place;
    this.branch = branch;
  }

  /** Checks the starting commit out; what an attempt that was cut off left is replaced. */
  void open(String start) {
    remove();
    identity = MergeIdentity.of(git, repository);
    Ended ended = alone(repository, "worktree", "add", "--quiet", "-B", branch, path(), start);
    if (!ended.well()) {
      throw new GitFailed("no place to integrate in: " + ended.firstLine());
    }
  }

  /** Merges one branch; answers the files that stand against it, none when it is merged. */
  List<String> merge(Tip tip, String into) {
    String message = "Merge %s (%s) into %s".formatted(tip.role(), tip.name(), into);
    Ended merged =
        alone(place, "merge", "--no-ff", "--no-edit", "--no-verify", "-m", message, tip.commit());
    if (merged.well()) {
      return List.of();
    }
    String unmerged = git.say(place, "diff", "--name-only", "--diff-filter=U", "-z");
    git.attempt(place, "merge", "--abort");
    List<String> files = Stream.of(unmerged.split("\0", -1)).filter(f -> !f.isEmpty()).toList();
    if (files.isEmpty()) {
      throw new GitFailed("git merge of " + tip.name() + ": " + merged.firstLine());
    }
    return files;
  }

  /** Runs the project's own command line in the merged tree, which is what a shell is for. */
  Ended verify(String commandLine, Duration within) {
    return git.beside(
        ProgramRun.of(List.of("sh", "-c", commandLine))
            .in(place)
            .within(within)
            .keepingEnd(OUTPUT_KEPT));
  }

  String head() {
    return git.say(place, "rev-parse", "HEAD");
  }

  /** Removes the checkout and its branch; what was merged is kept by whatever holds the commit. */
  void remove() {
    References references = new References(git, repository);
    String reference = "refs/heads/" + branch;
    // The branch goes last: as long as it is there, something else may be left too.
    if (Files.exists(place) || references.commit(reference).isPresent()) {
      git.attempt(repository, "worktree", "remove", "--force", "--force", path());
      deleteTree(place);
      git.attempt(repository, "worktree", "prune");
      references.delete(reference);
    }
  }

  private String path() {
    return place.toString();
  }

  private Ended alone(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(ALONE);
    all.addAll(List.of(arguments));
    return git.attempt(folder, identity, all);
  }

  /** A verification of an attempt that was cut off may have left files behind git's back. */
  private static void deleteTree(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
