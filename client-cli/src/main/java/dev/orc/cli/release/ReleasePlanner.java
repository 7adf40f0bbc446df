package dev.orc.cli.release;

import dev.orc.base.process.Ended;
import dev.orc.cli.command.Failure;
import dev.orc.cli.release.SemanticVersion.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a release would do, and refuses what it could not. Changes nothing. */
final class ReleasePlanner {
  private static final String BRANCHES = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final int FEW = 3;
  private static final List<String> UNDER_WAY =
      List.of("MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD");

  /**
   * What is asked for.
   *
   * @param all whether new files are committed too
   * @param push whether a remote is wanted
   */
  record Wish(ReleaseMessage message, List<String> coAuthors, boolean all, boolean push) {}

  private final OwnGit git;
  private final Path root;
  private final Wish wish;
  private final LocalDate today;

  ReleasePlanner(OwnGit here, Wish wish, LocalDate today) {
    this.root = root(here);
    this.git = here.in(root);
    this.wish = wish;
    this.today = today;
  }

  ReleasePlan plan() {
    String branch = branch();
    refuseUnderWay();
    requireIdentity();
    OwnChanges changes = OwnChanges.of(git);
    refuseUnmerged(changes);
    boolean born = git.agrees("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    Optional<SemanticVersion> last = born ? last() : Optional.empty();
    refuseNothing(changes, born, last);
    boolean everything = wish.all() || changes.staged().isEmpty();
    List<String> files = files(changes, everything);
    Level level = wish.message().level();
    SemanticVersion next = last.orElse(SemanticVersion.NONE).next(level);
    refuseTaken(next);
    return new ReleasePlan(
        root,
        branch,
        last.orElse(SemanticVersion.NONE),
        next,
        level,
        message(),
        files,
        everything,
        changelog(next, changes, everything),
        wish.push() ? PushTarget.of(git, branch).orElse(null) : null);
  }

  private static Path root(OwnGit here) {
    Ended ended = here.attempt("rev-parse", "--show-toplevel");
    if (!ended.well()) {
      throw refused(
          "there is no checkout of a git repository here: " + ended.firstLine(),
          "Go into one, or make it one: git init");
    }
    String path = ended.out();
    return Path.of(path.endsWith("\n") ? path.substring(0, path.length() - 1) : path);
  }

  private String branch() {
    String reference = git.sayOrNothing("symbolic-ref", "--quiet", "HEAD");
    if (!reference.startsWith(BRANCHES)) {
      throw refused(
          "you are on no branch (HEAD is detached)", "git switch BRANCH, then release again");
    }
    return reference.substring(BRANCHES.length());
  }

  private void refuseUnderWay() {
    Path folder = Path.of(git.say("rev-parse", "--absolute-git-dir"));
    for (String file : UNDER_WAY) {
      if (Files.exists(folder.resolve(file))) {
        throw refused(
            "something is under way here (" + file + ")", "Finish it or give it up: git status");
      }
    }
  }

  private void requireIdentity() {
    if (!git.agrees("var", "GIT_COMMITTER_IDENT")) {
      throw refused(
          "git does not know who you are",
          "git config user.name NAME; git config user.email ADDRESS");
    }
  }

  private static void refuseUnmerged(OwnChanges changes) {
    if (!changes.unmerged().isEmpty()) {
      throw refused(
          "a conflict is not resolved: " + few(changes.unmerged()), "Resolve it: git status");
    }
  }

  /** The newest that this branch holds. */
  private Optional<SemanticVersion> last() {
    return git.say("for-each-ref", "--merged=HEAD", "--format=%(refname)", TAGS)
        .lines()
        .map(reference -> reference.substring(TAGS.length()))
        .flatMap(tag -> SemanticVersion.of(tag).stream())
        .max(SemanticVersion::compareTo);
  }

  private void refuseNothing(OwnChanges changes, boolean born, Optional<SemanticVersion> last) {
    if (!changes.nothing()) {
      return;
    }
    if (!born) {
      throw refused("there is no commit and nothing to commit", "Write something first");
    }
    boolean released =
        last.isPresent()
            && git.say("rev-parse", TAGS + last.get() + "^{commit}")
                .equals(git.say("rev-parse", "HEAD^{commit}"));
    if (released) {
      throw refused(
          "nothing has changed since " + last.get(), "Change something, then release again");
    }
  }

  private List<String> files(OwnChanges changes, boolean everything) {
    if (!everything) {
      return changes.staged();
    }
    if (!changes.unknown().isEmpty() && !wish.all()) {
      throw refused(
          "there are new files that git does not know: " + few(changes.unknown()),
          "git add what belongs to the release, or release all of them: --all");
    }
    List<String> files = new ArrayList<>(changes.staged());
    changes.changed().stream().filter(one -> !files.contains(one)).forEach(files::add);
    files.addAll(changes.unknown());
    return files;
  }

  private void refuseTaken(SemanticVersion next) {
    if (git.agrees("rev-parse", "--verify", "--quiet", TAGS + next)) {
      throw refused(
          "the tag " + next + " exists already, outside of this branch's history",
          "See where: git log -1 " + next);
    }
  }

  private String message() {
    String message = wish.message().text() + "\n";
    for (String author : wish.coAuthors()) {
      message =
          git.sayReading(
                  message,
                  "interpret-trailers",
                  "--no-divider",
                  "--trailer",
                  "Co-authored-by: " + author)
              + "\n";
    }
    return message;
  }

  private ChangelogSection changelog(SemanticVersion next, OwnChanges changes, boolean everything) {
    Path file = root.resolve(ReleasePlan.CHANGELOG);
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (!there || git.agrees("check-ignore", "--quiet", "--", ReleasePlan.CHANGELOG)) {
      return null;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(
          ReleasePlan.CHANGELOG + " is no plain file here", "Put the file itself in its place");
    }
    boolean mixed =
        changes.changed().stream().anyMatch(one -> one.endsWith(" " + ReleasePlan.CHANGELOG))
            || changes.unknown().contains("?? " + ReleasePlan.CHANGELOG);
    if (!everything && mixed) {
      throw refused(
          ReleasePlan.CHANGELOG + " has changes that are not staged, and gets a section",
          "git add " + ReleasePlan.CHANGELOG + ", or take them out: git stash");
    }
    return new ChangelogSection(next + " (" + today + ")", wish.message().entry());
  }

  private static String few(List<String> entries) {
    List<String> names = entries.stream().map(entry -> entry.substring(3)).toList();
    String more = names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "";
    return String.join(", ", names.subList(0, Math.min(FEW, names.size()))) + more;
  }

  private static Failure refused(String what, String remedy) {
    return new Failure(Failure.REFUSED, what, remedy);
  }
}
