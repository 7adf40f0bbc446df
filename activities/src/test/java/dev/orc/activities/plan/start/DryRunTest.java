package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.WorktreeForecast;
import dev.orc.activities.plan.config.Config;
import dev.orc.workflows.activities.RepositoryActivities.WorktreeOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.PlannedWorktree;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan foretells is what then happens, and planning leaves no trace. */
class DryRunTest {
  @TempDir Path folder;
  private HostFolders folders;
  private GitForTests repository;
  private Path spec;

  @BeforeEach
  void makeProjectAndSpec() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    repository = GitForTests.repository(folder.resolve("shop"));
    repository.write(
        "package.json", "{\"scripts\":{\"dev\":\"vite\"},\"dependencies\":{\"vite\":\"5\"}}");
    repository.write("specs/shop.md", "# Shop\nGOAL: A web shop.\nVERIFY: true\n");
    repository.commit("Add the shop");
    spec = repository.root().resolve("specs/shop.md");
  }

  @Test
  void changesNothingInHomeAndRepository() {
    SortedMap<String, String> before = snapshot();

    for (StartRequest request : everyKind()) {
      assertThat(planner().plan(request).team().roles()).isNotEmpty();
    }

    assertThat(snapshot()).isEqualTo(before);
  }

  @Test
  void foretellsProjectTeamAndWindows() {
    Plan plan = planner().plan(request(TeamWish.NONE, null, null));

    assertThat(plan.teamPlan().type()).isEqualTo("web_application");
    assertThat(plan.worktrees()).hasSameSizeAs(plan.team().roles());
    assertThat(plan.windows()).extracting(SideWindow::name).containsExactly(SideWindow.SERVER);
    assertThat(plan.windows().get(0).command()).contains("dev");
    assertThat(plan.makesRepository()).isFalse();
    assertThat(planner().plan(request(TeamWish.NONE, null, "none")).windows()).isEmpty();
    assertThat(
            planner().plan(request(TeamWish.NONE, null, "make 'dev x'")).windows().get(0).command())
        .containsExactly("make", "dev x");
  }

  @Test
  void foretellsTheWorktreesThatAreThenOpened() {
    repository.say("branch", "test");
    repository.say(
        "worktree", "add", "--quiet", folder.resolve("mine").toString(), "-b", "docs/shop");
    TeamWish wish =
        TeamWish.of(
            List.of("orchestrator", "developer", "developer-2", "tester", "documentation-writer"));
    Plan plan = planner().plan(request(wish, null, null));

    assertThat(plan.worktrees()).isEqualTo(opened(plan, "shop"));
    assertThat(plan.worktrees())
        .extracting(PlannedWorktree::branch)
        .containsExactly(
            "orchestrator/shop",
            "feature/shop",
            "feature/shop-developer-2",
            null,
            "docs/shop-documentation-writer");

    Plan again = planner().plan(request(wish, null, null));
    assertThat(again.worktrees()).isEqualTo(plan.worktrees());
    Plan other = planner().plan(named(wish, "other"));
    assertThat(other.worktrees()).isEqualTo(opened(other, "other"));
    assertThat(other.worktrees().get(1).path()).endsWith("developer.other");
  }

  @Test
  void saysWhatIsInTheWayOfAWorktree() throws IOException {
    Path place = folder.resolve("shop-tmux-worktrees/developer");
    Files.createDirectories(place);
    Files.writeString(place.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> planner().plan(request(TeamWish.NONE, null, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is in the way of a worktree");
  }

  @Test
  void foretellsANewProjectAndMakesItOnlyThen() {
    Path wanted = repository.root().resolveSibling("tea");
    StartRequest request = request(TeamWish.NONE, new NewProject(wanted.toString(), false), null);
    Plan plan = planner().plan(request);

    assertThat(plan.makesRepository()).isTrue();
    assertThat(plan.directory()).isEqualTo(wanted.toString());
    assertThat(plan.project()).isEqualTo("tea");
    assertThat(plan.worktrees().get(0).path()).startsWith(wanted + "-tmux-worktrees/");
    assertThat(wanted).doesNotExist();

    planner().keep(plan);

    assertThat(wanted.resolve(".git")).exists();
    assertThat(Path.of(plan.spec().file())).hasSameTextualContentAs(spec);
    assertThat(plan.worktrees()).isEqualTo(opened(plan, "tea"));
    assertThat(planner().plan(request).makesRepository()).isFalse();
  }

  private List<StartRequest> everyKind() {
    NewProject fresh = new NewProject(folder.resolve("fresh").toString(), true);
    TeamWish shaped =
        new TeamWish(
            "code_project",
            "large",
            "max20",
            List.of(),
            List.of("researcher"),
            3,
            true,
            null,
            false,
            false);
    return List.of(
        request(TeamWish.NONE, null, null),
        request(shaped, null, "make dev"),
        request(TeamWish.NONE, fresh, null));
  }

  /** What the real opening makes of the plan, in its order. */
  private List<PlannedWorktree> opened(Plan plan, String project) {
    List<PlannedWorktree> opened = new ArrayList<>();
    GitForTests at = GitForTests.at(Path.of(plan.directory()));
    for (Role role : plan.team().roles()) {
      Worktree made =
          at.activities()
              .openWorktree(
                  new WorktreeOrder(project, at.asRepository(), role.name(), role.branchPrefix()));
      opened.add(new PlannedWorktree(made.role(), made.path(), made.branch()));
    }
    return opened;
  }

  /** Every path below the test's folder with its time, and the text of files. */
  private SortedMap<String, String> snapshot() {
    SortedMap<String, String> snapshot = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String text =
            Files.isRegularFile(path)
                ? Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)
                : "";
        snapshot.put(
            path.toString(),
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return snapshot;
  }

  private StartPlanner planner() {
    GitProgram git = GitForTests.program();
    RepositoryCheck repositories = new RepositoryCheck(git);
    return new StartPlanner(
        new StartPlanner.Parts(
            folders,
            Config.DEFAULTS,
            new Preflight("tmux", "git", 1),
            repositories,
            new WorktreeForecast(git),
            driver -> Optional.empty(),
            new TeamPlanning(
                folders,
                Config.DEFAULTS,
                repositories,
                Drivers.load(folders),
                new RepositoryTrusts(folders, Config.DEFAULTS, repositories),
                List::of),
            new AdvisedPlans(),
            new NewProjects(git, Clock.systemUTC()),
            new RepositoryTrusts(folders, Config.DEFAULTS, repositories)));
  }

  private StartRequest request(TeamWish wish, NewProject made, String devServer) {
    return new StartRequest(
        "id",
        "person",
        spec.toString(),
        null,
        null,
        null,
        wish,
        List.of(),
        List.of(),
        made,
        devServer);
  }

  private StartRequest named(TeamWish wish, String name) {
    return new StartRequest(
        "id", "person", spec.toString(), null, name, null, wish, List.of(), List.of(), null, null);
  }
}
