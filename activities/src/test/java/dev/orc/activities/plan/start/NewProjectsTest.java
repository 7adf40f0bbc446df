package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitFailed;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New projects on real git: made whole or not at all, and never over anybody's work. */
class NewProjectsTest {
  private static final NewProject USUAL = new NewProject(null, false);
  private static final NewProject FORCED = new NewProject(null, true);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:11:12Z"), ZoneOffset.UTC);
  private static final String ASIDE = "my-shop.replaced-20261120_101112";

  private final NewProjects projects = new NewProjects(GitForTests.program(), CLOCK);

  @TempDir Path temp;
  private Path root;
  private Path spec;
  private Path place;

  @BeforeEach
  void notes() throws IOException {
    root = temp.toRealPath();
    GitForTests.repository(root.resolve("notes"));
    spec = Files.createDirectories(root.resolve("notes/plans")).resolve("My Shop.md");
    Files.writeString(spec, "GOAL: a shop\r\n");
    place = root.resolve("my-shop");
  }

  @Test
  void whatWouldBeMadeIsForetoldForEverySpec() throws IOException {
    Path other = Files.writeString(spec.resolveSibling("My-Shop.txt"), "GOAL: the same place");
    Files.createDirectories(root.resolve("taken"));
    Files.writeString(root.resolve("taken/file"), "mine");
    Path taken = Files.writeString(spec.resolveSibling("Taken.md"), "GOAL: x");
    ForetoldProjects foretold = new ForetoldProjects(projects);

    SpecsReport report =
        foretold.of(
            new SpecsReport(
                List.of(entry(spec), entry(other), entry(taken)), List.of(), BatchWish.NONE),
            USUAL);

    assertThat(report.entries())
        .extracting(SpecEntry::makes)
        .containsExactly(place.toString(), place.toString(), null);
    assertThat(report.faults())
        .extracting(SpecFault::fault)
        .containsExactly(
            place + " would be made for " + spec + " too",
            root.resolve("taken") + " is there, and orc did not make it");
    assertThat(place).doesNotExist();
  }

  private static SpecEntry entry(Path spec) {
    return new SpecEntry(
        spec.toString(), "markdown", "t", null, false, "n", 0, null, null, "p", null);
  }

  @Test
  void makesARepositoryBesideTheSpecsOwnWithTheSpecInItsFirstCommit() throws IOException {
    assertThat(projects.wanted(USUAL, spec)).isEqualTo(place).doesNotExist();

    assertThat(make(USUAL)).isEqualTo(place);

    GitForTests made = GitForTests.at(place);
    assertThat(made.say("log", "--format=%an %s")).isEqualTo("orc Begin with the spec: My Shop");
    assertThat(made.say("show", "HEAD:My Shop.md")).isEqualTo("GOAL: a shop");
    assertThat(made.say("ls-files")).isEqualTo("My Shop.md");
    assertThat(made.say("branch", "--show-current")).isEqualTo("main");
    assertThat(made.say("config", "--local", "orc.made")).isEqualTo("true");
    assertThat(made.say("status", "--porcelain")).isEmpty();
    assertThat(new RepositoryCheck(GitForTests.program()).usable(place).branch()).isEqualTo("main");
    assertThat(beside()).containsExactly("my-shop", "notes");
  }

  @Test
  void usesItAgainForTheSameSpec() throws IOException {
    make(USUAL);
    work().commit("work.txt", "done");
    String head = work().head();

    assertThat(make(USUAL)).isEqualTo(place);
    assertThat(projects.wanted(USUAL, spec)).isEqualTo(place);
    Path enhanced = Files.writeString(root.resolve("enhanced.md"), "# Findings\n\nGOAL: a shop\n");
    NewProject named = new NewProject(place.toString(), false);
    assertThat(projects.make(named, new SpecReader().read(enhanced))).isEqualTo(place);

    assertThat(GitForTests.at(place).head()).isEqualTo(head);
    assertThat(beside()).containsExactly("enhanced.md", "my-shop", "notes");
  }

  @Test
  void doesNotUseItForAnotherSpecOrWithOpenChanges() throws IOException {
    make(USUAL);
    Files.writeString(place.resolve("new.txt"), "x");
    refuses(USUAL, "uncommitted changes (new.txt)");
    Files.delete(place.resolve("new.txt"));
    Files.writeString(spec, "GOAL: another shop");
    refuses(USUAL, "made for another spec");
  }

  @Test
  void touchesNothingThatItDidNotMake() throws IOException {
    Files.createDirectories(place);
    Files.writeString(place.resolve("thesis.txt"), "years of work");
    refuses(USUAL, "orc did not make it");
    refuses(FORCED, "orc did not make it");
    assertThat(place.resolve("thesis.txt")).hasContent("years of work");

    NewProject repository = new NewProject(root.resolve("notes").toString(), true);
    refuses(repository, "orc did not make it");
    NewProject file = new NewProject(spec.toString(), true);
    refuses(file, "is no folder");
    NewProject below = new NewProject(spec + "/below", true);
    refuses(below, "no new project can be made");
    refuses(new NewProject("relative", true), "not an absolute path");
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("nowhere"));
    refuses(new NewProject(link.toString(), true), "is no folder");
  }

  @Test
  void anEmptyFolderIsNobodysWork() throws IOException {
    Files.createDirectories(place);
    make(USUAL);
    assertThat(place.resolve("My Shop.md")).exists();
  }

  @Test
  void forceMovesAsideWhatOrcMade() throws IOException {
    make(USUAL);
    work().commit("work.txt", "done");
    Files.writeString(spec, "GOAL: another shop");

    make(FORCED);

    assertThat(beside()).containsExactly("my-shop", ASIDE, "notes");
    assertThat(root.resolve(ASIDE).resolve("work.txt")).hasContent("done");
    assertThat(place.resolve("work.txt")).doesNotExist();
    assertThat(place.resolve("My Shop.md")).hasContent("GOAL: another shop");
    make(FORCED);
    assertThat(beside()).as("what nobody has touched is used again").hasSize(3);
    work().commit("more.txt", "x");
    make(FORCED);
    assertThat(beside()).containsExactly("my-shop", ASIDE, ASIDE + "-2", "notes");
  }

  @Test
  void forceTakesTheWorktreesAlongThatOrcKept() throws IOException {
    make(USUAL);
    GitForTests made = work();
    Worktree kept = made.open("developer", "feature/");
    GitForTests.in(kept).commit("code.txt", "code");
    Files.writeString(spec, "GOAL: another shop");
    refuses(FORCED, "has a worktree with commits of its own");
    made.say("merge", "-q", kept.branch());
    GitForTests.in(kept).write("open.txt", "x");
    refuses(FORCED, "has a worktree with uncommitted changes");
    Files.delete(Path.of(kept.path()).resolve("open.txt"));

    make(FORCED);

    Path aside = root.resolve(ASIDE + "-tmux-worktrees").resolve("developer");
    assertThat(GitForTests.at(aside).say("status", "--porcelain")).isEmpty();
    assertThat(GitForTests.at(aside).say("rev-parse", "--abbrev-ref", "HEAD"))
        .isEqualTo(kept.branch());
    assertThat(Path.of(kept.path())).doesNotExist();
    assertThat(work().open("developer", "feature/").path()).isEqualTo(kept.path());
  }

  @Test
  void forceRefusesWhereWorkWouldBeLost() throws IOException {
    make(USUAL);
    GitForTests made = work();
    Files.writeString(spec, "GOAL: another shop");

    made.write("open.txt", "x");
    refuses(FORCED, "holds uncommitted changes (open.txt)");
    made.say("stash", "--include-untracked");
    refuses(FORCED, "holds a stash");
    made.say("stash", "drop");
    made.say("branch", "merged");
    made.say("switch", "-q", "-c", "feature/x");
    made.commit("x.txt", "x");
    made.say("switch", "-q", "main");
    refuses(FORCED, "a branch that is not merged, feature/x");
    made.say("merge", "-q", "feature/x");
    made.say("worktree", "add", "-q", root.resolve("tree").toString(), "feature/x");
    refuses(FORCED, "has another worktree");
    made.say("worktree", "remove", root.resolve("tree").toString());
    make(FORCED);
    assertThat(root.resolve(ASIDE).resolve("x.txt")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"init", "config", "add", "commit"})
  void isNotThereWhenGitDiesOnTheWay(String step) throws IOException {
    Path dying = root.resolve("git.sh");
    Files.writeString(
        dying,
        "#!/bin/sh\nfor word; do test \"$word\" = %s && kill -9 $$; done\nexec git \"$@\"\n"
            .formatted(step));
    Files.setPosixFilePermissions(dying, PosixFilePermissions.fromString("rwx------"));
    GitProgram git = new GitProgram(dying.toString(), GitForTests.ENVIRONMENT, () -> {});

    SpecDocument document = new SpecReader().read(spec);
    assertThatThrownBy(() -> new NewProjects(git, CLOCK).make(USUAL, document))
        .isInstanceOf(GitFailed.class);

    assertThat(place).doesNotExist();
    assertThat(make(USUAL)).isEqualTo(place);
    assertThat(work().say("status", "--porcelain")).isEmpty();
    assertThat(beside()).containsExactly("git.sh", "my-shop", "notes");
  }

  @Test
  void ofManyAtTheSameTimeOneMakesIt() throws IOException {
    SpecDocument document = new SpecReader().read(spec);
    assertThat(
            Stream.generate(() -> USUAL).limit(8).parallel().map(w -> projects.make(w, document)))
        .containsOnly(place);
    assertThat(work().say("rev-list", "--all", "--count")).isEqualTo("1");
  }

  @Test
  void healsWhatWasKilledHalfWay() throws IOException {
    Path draft = root.resolve(".my-shop.orc-making");
    Files.createDirectories(draft.resolve(".git"));
    make(USUAL);
    assertThat(beside()).containsExactly("my-shop", "notes");

    Path other = Files.writeString(root.resolve("notes/other.md"), "GOAL: x");
    Path left = root.resolve(".other.orc-making");
    Files.createDirectories(left.resolve(".git/objects/ab"));
    Files.createFile(left.resolve(".git/orc-making"));
    Files.writeString(left.resolve(".git/HEAD"), "half");
    Files.writeString(left.resolve("other.md"), "hal");
    assertThat(projects.make(USUAL, new SpecReader().read(other)).resolve("other.md"))
        .hasContent("GOAL: x");
    assertThat(left).doesNotExist();

    Path third = Files.writeString(root.resolve("notes/third.md"), "GOAL: x");
    Path foreign = Files.createDirectories(root.resolve(".third.orc-making"));
    Files.writeString(foreign.resolve("a.txt"), "somebody's");
    assertThatThrownBy(() -> projects.make(USUAL, new SpecReader().read(third)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("in the way");
    assertThat(foreign.resolve("a.txt")).exists();
  }

  @Test
  void aSpecKitDirectoryGoesWhereRepositoriesKeepIt() throws IOException {
    Path kit = Files.createDirectories(root.resolve("notes/specs/001-photo-albums/contracts"));
    Files.writeString(kit.resolve("api.yaml"), "openapi: 3.1.0");
    Files.createSymbolicLink(kit.resolve("out"), Files.writeString(root.resolve("secret"), "x"));
    Files.createSymbolicLink(kit.resolve("in.yaml"), kit.resolve("api.yaml"));
    kit = kit.getParent();
    Files.writeString(kit.resolve("spec.md"), "# Feature Specification: Albums");
    Files.writeString(kit.resolve("plan.md"), "# Plan");
    Files.writeString(kit.resolve("tasks.md"), "- [ ] T001 Begin");

    SpecDocument document = new SpecReader().read(kit);
    Path made = projects.make(USUAL, document);

    assertThat(made).isEqualTo(root.resolve("photo-albums"));
    assertThat(GitForTests.at(made).say("ls-files").lines())
        .containsExactly(
            "specs/001-photo-albums/contracts/api.yaml",
            "specs/001-photo-albums/contracts/in.yaml",
            "specs/001-photo-albums/plan.md",
            "specs/001-photo-albums/spec.md",
            "specs/001-photo-albums/tasks.md");
    assertThat(document.verify().get(0)).contains("'./specs/001-photo-albums/tasks.md'");
  }

  @Test
  void aSpecOutsideOfGitGetsItsProjectBesideItself() throws IOException {
    Path alone = Files.createDirectories(root.resolve("alone")).resolve("x.md");
    Files.writeString(alone, "GOAL: x");
    assertThat(projects.wanted(USUAL, alone)).isEqualTo(root.resolve("alone/x"));
  }

  /** Somebody who works in the project. */
  private GitForTests work() {
    return GitForTests.empty(place);
  }

  private Path make(NewProject wish) {
    return projects.make(wish, new SpecReader().read(spec));
  }

  private void refuses(NewProject wish, String words) throws IOException {
    List<String> before = beside();
    assertThatThrownBy(() -> projects.wanted(wish, spec))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.remedy()).isNotBlank())
        .hasMessageContaining(words);
    assertThatThrownBy(() -> make(wish)).hasMessageContaining(words);
    assertThat(beside()).isEqualTo(before);
  }

  private List<String> beside() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
