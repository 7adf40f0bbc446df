package dev.orc.activities.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.GitForTests;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.WorktreeForecast;
import dev.orc.activities.plan.config.Config;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.TrustRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPlannerTest {
  private static final Preflight USUAL = new Preflight("tmux", "git", 1);

  @TempDir Path folder;
  private HostFolders folders;
  private GitForTests repository;
  private Path spec;

  @BeforeEach
  void makeProjectAndSpec() {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    repository = GitForTests.repository(folder.resolve("Mein Café (2)"));
    repository.write("specs/todo.md", "PROJECT: Todo\nGOAL: Build it.\nVERIFY: true\n");
    spec = repository.root().resolve("specs/todo.md");
  }

  @Test
  void plansFromTheSpecAloneAndLeavesNothingBehind() {
    Plan plan = planner(USUAL).plan(new Asked().request());

    assertThat(plan.project()).isEqualTo("mein-cafe-2");
    assertThat(plan.directory()).isEqualTo(repository.root().toString());
    assertThat(plan.team().roles()).hasSize(5);
    assertThat(plan.team().roles()).extracting(Role::program).containsOnly(Program.of("claude"));
    assertThat(plan.spec().title()).isEqualTo("Todo");
    assertThat(plan.spec().verify()).containsExactly("true");
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(repository.say("status", "--porcelain")).isEqualTo("?? specs/");
  }

  @Test
  void keepsTheSpecWhereThePlanSaysItIs() {
    StartPlanner planner = planner(USUAL);
    Plan plan = planner.plan(new Asked().request());

    planner.keep(plan);

    assertThat(Path.of(plan.spec().file())).hasSameTextualContentAs(spec);
  }

  @Test
  void obeysWhatTheRequestNames() {
    Asked asked = new Asked();
    asked.name = "mine";
    asked.driver = "codex";
    asked.roles = List.of("developer", "tester");
    asked.programs = List.of("tester=claude --model 'o p'");
    asked.settings = List.of("stuck-after=1h");

    Plan plan = planner(USUAL).plan(asked.request());

    assertThat(plan.project()).isEqualTo("mine");
    assertThat(plan.team().roles())
        .extracting(Role::program)
        .containsExactly(
            Program.of("codex"), new Program("claude", List.of("--model", "o p"), Map.of()));
    assertThat(plan.settings().stuckAfter()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void obeysTheProjectsOwnDefaults() {
    repository.write(".orc.yaml", "driver: gemini\nsettings: {ceiling: 9h}\n");

    Plan plan = planner(USUAL).plan(new Asked().request());

    assertThat(plan.team().roles()).extracting(Role::program).containsOnly(Program.of("gemini"));
    assertThat(plan.settings().ceiling()).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void anEnvironmentsBranchIsWhereWorkBegins() {
    String there = repository.head();
    repository.say("branch", "develop");
    repository.write(".orc.yaml", "environments: {staging: {branch: develop}, gone: {branch: x}}");
    repository.commit("environments");
    StartRequest request = new Asked().request();

    Plan plan = planner(USUAL).plan(request.withEnv("staging").withReview("todo.md"));

    assertThat(plan.repository().branch()).isEqualTo("develop");
    assertThat(plan.repository().head()).isEqualTo(there);
    assertThat(plan.branch()).isEqualTo("develop");
    assertThat(plan.spec().review()).isEqualTo("todo.md");
    assertThat(repository.say("branch", "--show-current")).isEqualTo("main");
    assertThat(planner(USUAL).plan(request).branch()).isNull();
    assertThat(planner(USUAL).plan(request).spec().review()).isNull();
    assertThatThrownBy(() -> planner(USUAL).plan(request.withEnv("gone")))
        .hasMessageContaining("has no branch x");
  }

  @Test
  void whatTheRepositoryAsksForIsAllowedOnceAndByItsContent() {
    repository.write(
        ".orc.yaml",
        "driver: gemini\nroles:\n  developer: {driver: claude, arguments: [--x, 'rm -rf /']}\n");
    repository.write("package.json", "{\"scripts\": {\"dev\": \"vite\"}}");
    repository.say("add", "-A");
    repository.say("commit", "-qm", "it came with all of this");
    StartPlanner planner = planner(USUAL);
    RepositoryTrusts trusts =
        new RepositoryTrusts(folders, Config.DEFAULTS, new RepositoryCheck(GitForTests.program()));
    TrustRequest all =
        new TrustRequest("1", "me", repository.root().toString(), spec.toString(), List.of());

    Plan plan = planner.plan(new Asked().request());
    assertThat(plan.asked())
        .containsExactlyElementsOf(trusts.of(all).missing())
        .anyMatch(line -> line.contains("every role is filled by gemini"))
        .anyMatch(line -> line.contains("developer is filled by claude with '--x' 'rm -rf /'"))
        .anyMatch(line -> line.contains("window server runs: 'npm'"))
        .anyMatch(line -> line.contains("proved by: true"));
    assertThatThrownBy(() -> planner.keep(plan))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
              assertThat(refusal.remedy()).contains("orc trust " + repository.root());
            });
    assertThat(Path.of(plan.spec().file())).doesNotExist();

    trusts.allow(new TrustRequest("2", "me", all.directory(), all.spec(), plan.asked()));
    Plan allowed = planner.plan(new Asked().request());
    assertThat(allowed.asked()).isEmpty();
    planner.keep(allowed);

    repository.write(
        ".orc.yaml", "driver: gemini\nroles:\n  developer: {driver: claude, arguments: [--y]}\n");
    repository.say("commit", "-qam", "and now it wants more");
    assertThat(planner.plan(new Asked().request()).asked())
        .singleElement()
        .asString()
        .contains("'--y'");
    trusts.revoke(all);
    assertThat(planner.plan(new Asked().request()).asked()).hasSize(4);
  }

  @Test
  void whatAPersonHasWrittenHerselfIsNoWishOfTheRepository() {
    repository.write(".orc.yaml", "driver: claude\nsettings: {ceiling: 9h}\n");

    assertThat(planner(USUAL).plan(new Asked().request()).asked()).isEmpty();
  }

  @Test
  void refusesWhatTheRequestGetsWrong() {
    refuses(Kind.USAGE, "no spec is named", asked -> asked.spec = " ");
    refuses(Kind.USAGE, "not an absolute path", asked -> asked.spec = "specs/todo.md");
    refuses(Kind.USAGE, "is no path", asked -> asked.spec = "/a\0b");
    refuses(Kind.NOT_FOUND, "there is no spec", asked -> asked.spec = spec + "x");
    refuses(Kind.NOT_FOUND, "does not exist", asked -> asked.project = "/no/where");
    refuses(Kind.REFUSED, "not in a git", asked -> asked.project = folder.toString());
    refuses(Kind.USAGE, "can not be a project's name", asked -> asked.name = "Not A Name");
    refuses(Kind.USAGE, "no role 'king'", asked -> asked.roles = List.of("king"));
    refuses(Kind.USAGE, "names no role", asked -> asked.programs = List.of("codex"));
    refuses(Kind.USAGE, "names no driver", asked -> asked.programs = List.of("tester="));
    refuses(Kind.USAGE, "not closed", asked -> asked.programs = List.of("tester=a 'b"));
    refuses(Kind.USAGE, "not in the team", asked -> asked.programs = List.of("devops=codex"));
    refuses(Kind.USAGE, "setting", asked -> asked.settings = List.of("speed=fast"));
    refuses(Kind.FAILED, "missing is not here", asked -> asked.driver = "missing");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void refusesAHostThatLacksSomething() throws IOException {
    Path old = Files.writeString(folder.resolve("old-tmux"), "#!/bin/sh\necho tmux 3.1c\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    refuses(new Preflight("no-such-tmux", "git", 1), "tmux can not be used");
    refuses(new Preflight(old.toString(), "git", 1), "tmux 3.1c, and orc needs 3.2");
    refuses(new Preflight("tmux", "no-such-git", 1), "git can not be used");
    refuses(new Preflight("tmux", "git", Long.MAX_VALUE), "MB left");
  }

  @Test
  void refusesAProjectOutsideTheAllowedFolders() {
    Config strict = config(List.of(folder.resolve("elsewhere")));
    assertThatThrownBy(() -> planner(USUAL, strict).plan(new Asked().request()))
        .hasMessageContaining("in none of the folders");
    Config wide = config(List.of(folder));
    assertThat(planner(USUAL, wide).plan(new Asked().request())).isNotNull();
  }

  @Test
  void makesASlugOfAnyFolder() {
    assertThat(Slug.of(Path.of("/x/--A__b.C--"))).isEqualTo("a-b-c");
    assertThat(Slug.of(Path.of("/x/проект"))).isEqualTo("project");
    assertThat(Slug.of(Path.of("/"))).isEqualTo("project");
    assertThat(Slug.of(Path.of("/x/" + "ab-".repeat(30))))
        .hasSizeLessThanOrEqualTo(48)
        .endsWith("b");
  }

  private void refuses(Preflight preflight, String words) {
    assertThatThrownBy(() -> planner(preflight).plan(new Asked().request()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FAILED))
        .hasMessageContaining(words);
  }

  private void refuses(Kind kind, String words, java.util.function.Consumer<Asked> change) {
    Asked asked = new Asked();
    change.accept(asked);
    assertThatThrownBy(() -> planner(USUAL).plan(asked.request()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  private StartPlanner planner(Preflight preflight) {
    return planner(preflight, Config.DEFAULTS);
  }

  private StartPlanner planner(Preflight preflight, Config config) {
    GitProgram git = GitForTests.program();
    RepositoryCheck repositories = new RepositoryCheck(git);
    Drivers drivers = Drivers.load(folders);
    return new StartPlanner(
        new StartPlanner.Parts(
            folders,
            config,
            preflight,
            repositories,
            new WorktreeForecast(git),
            driver ->
                driver.equals("missing") ? Optional.of("missing is not here") : Optional.empty(),
            new TeamPlanning(
                folders,
                config,
                repositories,
                drivers,
                new RepositoryTrusts(folders, config, repositories),
                List::of),
            new AdvisedPlans(),
            new NewProjects(git, Clock.systemUTC()),
            new RepositoryTrusts(folders, config, repositories)));
  }

  private static Config config(List<Path> projectFolders) {
    Config usual = Config.DEFAULTS;
    return new Config(
        usual.host(),
        usual.driver(),
        usual.programs(),
        usual.settings(),
        usual.tmux(),
        usual.temporal(),
        usual.environment(),
        usual.notices(),
        projectFolders,
        usual.team(),
        usual.analysis(),
        usual.queue(),
        List.of(),
        usual.environments());
  }

  /** A request in the making. */
  private final class Asked {
    private String spec = StartPlannerTest.this.spec.toString();
    private String project;
    private String name;
    private String driver;
    private List<String> roles = List.of();
    private List<String> programs = List.of();
    private List<String> settings = List.of();

    StartRequest request() {
      return new StartRequest(
          "id",
          "person",
          spec,
          project,
          name,
          driver,
          TeamWish.of(roles),
          programs,
          settings,
          null,
          null);
    }
  }
}
