package dev.orc.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Samples;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Terminal;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.WorktreeState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectCommandsTest {
  @TempDir Path folder;

  private final FakeWorker worker = new FakeWorker().answer("GET /v1/health", 200, "up");

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell shell() {
    return new Shell(folder).speakingTo(worker);
  }

  private void planStart(String line) {
    Role role =
        new Role("developer", "Builds", true, 30, "feature/", null, null, Program.of("claude"));
    worker.answer("GET /v1/health", 200, Map.of("pid", 1));
    worker.answer(
        line,
        201,
        new Started(
            "shop",
            "orc/shop",
            "r",
            "/home/me/shop",
            new Team("code_project", List.of(role)),
            "s",
            null,
            List.of(),
            List.of(),
            false));
  }

  @Test
  void startSendsAbsolutePathsAndEveryOption() throws IOException {
    planStart("POST /v1/projects?dry-run=true");
    planStart("POST /v1/projects");
    Files.writeString(folder.resolve("my spec.md"), "# Shop");
    Files.createDirectories(folder.resolve("repo"));
    Shell.Result started =
        shell()
            .run(
                "start",
                "my spec.md",
                "--project",
                "repo",
                "--name",
                "shop",
                "--driver",
                "claude",
                "--roles",
                "orchestrator, developer",
                "--program",
                "developer=codex",
                "--set",
                "stuck-after=45m");

    assertThat(started.err()).isEmpty();
    assertThat(started.out())
        .startsWith("Started shop in /home/me/shop (code_project)\nTeam: developer (claude)\n")
        .contains("orc watch shop");
    assertThat(worker.last().json())
        .containsEntry("spec", folder.resolve("my spec.md").toString())
        .containsEntry("project", folder.resolve("repo").toString())
        .containsEntry("name", "shop")
        .containsEntry("by", "person")
        .containsEntry("driver", "claude")
        .containsEntry("programs", List.of("developer=codex"))
        .containsEntry("settings", List.of("stuck-after=45m"))
        .hasEntrySatisfying(
            "team",
            team -> assertThat(team.toString()).contains("roles=[orchestrator, developer]"));
  }

  @Test
  void aDryRunStartsNothing() throws IOException {
    planStart("POST /v1/projects?dry-run=true");
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    Shell.Result dry = shell().run("start", "--spec", "spec.md", "--dry-run");
    assertThat(dry.out()).startsWith("Would start shop").doesNotContain("orc watch");
    assertThat(dry.exit()).isZero();
  }

  @Test
  void everyWishAboutTheTeamIsSent() throws IOException {
    planStart("POST /v1/projects?dry-run=true");
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    Files.writeString(folder.resolve("team.yaml"), "roles: [developer]");
    String line =
        "start spec.md --dry-run --new-project --force --project new/shop --team-type web_application"
            + " --size large --plan max20 --add-roles devops,tester-2 --tiers 3 --phased"
            + " --team team.yaml --analyze --refine --dev-server none";

    assertThat(shell().run(line.split(" ")).err()).startsWith("orc: an agent program is asked");

    StartRequest sent =
        ApiJson.read(StartRequest.class, worker.last().body().getBytes(StandardCharsets.UTF_8));
    assertThat(sent.project()).isNull();
    assertThat(sent.newProject())
        .isEqualTo(new NewProject(folder.resolve("new/shop").toString(), true));
    assertThat(sent.devServer()).isEqualTo(StartRequest.NO_DEV_SERVER);
    assertThat(sent.team())
        .isEqualTo(
            new TeamWish(
                "web_application",
                "large",
                "max20",
                List.of(),
                List.of("devops", "tester-2"),
                3,
                true,
                folder.resolve("team.yaml").toString(),
                true,
                true));
  }

  @Test
  void wishesThatCanNotBeAreSaidBeforeAnythingIsStarted() throws IOException {
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    Map.of(
            "--tiers 4", "2 or 3 tiers",
            "--force", "goes with --new-project",
            "--team none.yaml", "there is no team",
            "--add-roles A", "--add-roles: 'A' is not a name",
            "--project none", "is no directory")
        .forEach(
            (options, words) -> {
              Shell.Result result = shell().run(("start spec.md " + options).split(" "));
              assertThat(result.exit()).isIn(2, 3);
              assertThat(result.err()).contains(words);
            });
    assertThat(worker.requests()).isEmpty();
  }

  @Test
  void anAgentThatPlansIsWaitedForBeforeAnythingIsStarted() throws IOException {
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    worker.answer("GET /v1/health", 200, Map.of("pid", 1));
    worker.answer("POST /v1/projects", 201, Samples.started());
    for (String more : List.of("--dev-server=none", "--json")) {
      worker.answer("POST /v1/projects?dry-run=true", 500, Map.of());
      assertThat(shell().run("start", "spec.md", "--analyze", more).exit()).isNotZero();
      assertThat(worker.last().line()).endsWith("?dry-run=true");
      worker.answer("POST /v1/projects?dry-run=true", 200, Samples.started());
      Shell.Result started = shell().run("start", "spec.md", "--analyze", more);
      assertThat(started.exit()).isZero();
      assertThat(started.err()).containsOnlyOnce("an agent program is asked");
      List<FakeWorker.Request> asked = worker.requests();
      assertThat(asked.get(asked.size() - 2).body())
          .isEqualTo(worker.last().body())
          .contains("\"analyze\":true");
    }
  }

  @Test
  void theDevServerIsShownBeforeItIsRun() throws IOException {
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    worker.answer("GET /v1/health", 200, Map.of("pid", 1));
    worker.answer("POST /v1/projects?dry-run=true", 200, Samples.started());

    Shell.Result refused = shell().run("start", "spec.md");

    assertThat(refused.out())
        .isEqualTo("Window server runs: npm run 'the dev' (package.json has a script dev)\n");
    assertThat(refused.exit()).isNotZero();
    worker.answer("POST /v1/projects", 201, Samples.started());
    assertThat(shell().run("start", "spec.md").out())
        .contains("Window server runs: ", "Started shop in ", "Note: be careful\n");
    assertThat(worker.requests().stream().map(FakeWorker.Request::line))
        .endsWith("POST /v1/projects?dry-run=true", "POST /v1/projects");
    Shell.Result json = shell().run("start", "spec.md", "--json");
    assertThat(json.out()).startsWith("{").contains("\"dev\"".replace("dev", "the dev"));
  }

  @Test
  void aDryRunShowsAllThatWouldHappen() throws IOException {
    Files.writeString(folder.resolve("spec.md"), "# Shop");
    worker.answer("GET /v1/health", 200, Map.of("pid", 1));
    worker.answer("POST /v1/projects?dry-run=true", 200, Samples.started());

    Shell.Result dry = shell().run("start", "spec.md", "--dry-run");

    assertThat(dry.out())
        .isEqualTo(
            """
            Would start shop in /home/me/shop (code_project)
            The repository would be made; its first commit holds the spec.
            Work begins on develop and comes back to it; your checkout stays as it is.
            Spec: A shop
              verify: npm test
            Type: code_project (confidence 0.75)
              package.json: builds a library or a program
            Size: small (3 files make 0.3 points)
            Plan: max5 (5 roles at most)
            Team of 1, chosen by planner
              ROLE       PROGRAM   EVERY  PLACE                                         WHY
              developer  claude   30 min  leads, under project-manager, after research  core
              LEFT OUT  WHY
              tester    a small team has 4 roles
            Note: be careful
              WORKTREE OF  BRANCH       PATH
              developer    feature/shop  /home/me/shop-tmux-worktrees/developer
              WINDOW  RUNS               WHY
              shell   your shell         a plain shell in the project
              server  npm run 'the dev'  package.json has a script dev
            Setting: stuck-after=45m
            Nothing was changed.
            """
                .replace("BRANCH       PATH", "BRANCH        PATH"));
  }

  @Test
  void aSpecThatIsNotThereIsSaidBeforeAnythingIsStarted() {
    Shell.Result none = shell().run("start", "nothing.md");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("nothing.md does not exist");
    assertThat(worker.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "finish", "stop"})
  void verbsCarryTheirReason(String verb) throws IOException {
    worker.answer("POST /v1/projects/shop/" + verb, 202, new Accepted("1", false, null));
    Shell.Result asked = shell().run(verb, "shop", "--reason", "because");

    assertThat(asked.exit()).isZero();
    assertThat(asked.out()).startsWith("shop ").endsWith(".\n");
    assertThat(worker.last().json())
        .containsEntry("reason", "because")
        .containsEntry("by", "person");
  }

  @Test
  void rebriefAndAuthorizeReachTheProject() throws IOException {
    worker.answer("POST /v1/projects/shop/rebrief", 202, new Accepted("1", false, null));
    worker.answer("POST /v1/projects/shop/authorize", 202, new Accepted("1", false, null));

    assertThat(shell().run("rebrief", "shop:@all").exit()).isZero();
    assertThat(worker.last().json()).containsEntry("role", "@all");
    Shell.Result no =
        shell().run("authorize", "a1", "no", "--project", "shop", "--note", "not today");
    assertThat(no.out()).isEqualTo("Refused a1.\n");
    assertThat(worker.last().json())
        .containsEntry("authorization", "a1")
        .containsEntry("granted", false)
        .containsEntry("note", "not today");
  }

  @Test
  void listsAreTablesOrJson() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    worker.answer("GET /v1/projects?closed=true", 200, List.of());

    assertThat(shell().run("list").out()).contains("PROJECT", "shop", "WORKING", "/home/me/shop");
    assertThat(shell().run("list", "--all").out()).contains("There is no project");
    assertThat(shell().run("agents").out())
        .contains("shop:developer", "limited", "feature/developer");
    assertThat(shell().run("agents", "--json").out())
        .startsWith("[")
        .contains("\"project\" : \"shop\"");
    assertThat(shell().run("status", "--json").out()).startsWith("[").doesNotContain("\u001b");
  }

  @Test
  void whoIsBlockedIsSaidWithTheReason() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.blocked()));

    assertThat(shell().run("agents").out())
        .contains("ready, blocked", "shop:developer is blocked: no key for the service\n")
        .doesNotContain("shop:orchestrator is blocked");
  }

  @Test
  void worktreesAreListedAndPruned() {
    WorktreeState state =
        new WorktreeState("developer", "/w/developer", null, "abc", true, List.of("a.txt"), 2, 1);
    worker.answer("GET /v1/projects/shop/worktrees", 200, List.of(state));
    worker.answer("POST /v1/projects/shop/worktrees/prune", 200, List.of(state));

    assertThat(shell().run("worktrees", "list", "shop").out())
        .contains("developer", "1 changed", "(detached)", "/w/developer");
    assertThat(shell().run("worktrees", "shop").out())
        .isEqualTo(shell().run("worktrees", "list", "shop").out());
    assertThat(shell().run("worktrees", "shop", "--json").out()).startsWith("[");
    assertThat(shell().run("worktrees", "prune", "shop").out()).isEqualTo("Removed /w/developer\n");
    worker.answer("GET /v1/projects/shop/worktrees", 200, List.of());
    assertThat(shell().run("worktrees", "shop").out()).isEqualTo("No worktree of shop is left.\n");
  }

  @Test
  void aLongPathIsWholeInAPipeAndShowsItsEndOnATerminal() {
    String path = "/a/long/way/" + "from/".repeat(20) + "shop-tmux-worktrees/developer";
    WorktreeState state =
        new WorktreeState("developer", path, "feature/shop", "abc", true, List.of(), 2, 1);
    worker.answer("GET /v1/projects/shop/worktrees", 200, List.of(state));

    assertThat(shell().run("worktrees", "shop").out()).contains(path);
    assertThat(shell().on(Terminal.sized(80, 24)).run("worktrees", "shop").out().lines())
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.contains("…") && line.endsWith("worktrees/developer"));
  }

  @Test
  void aPausedProjectSaysSoInTheList() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    assertThat(shell().run("list").out()).contains("WORKING (waiting for credits)");
  }

  @Test
  void attachSaysHowWhereItCannotItself() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    worker.answer("GET /v1/projects/shop", 200, Samples.shop());
    worker.answer("GET /v1/health", 200, Map.of("tmuxSocket", "orc-x"));

    assertThat(shell().run("attach", "shop").err()).contains("on another host");
    assertThat(shell().run("attach", "shop:nobody").exit()).isEqualTo(3);
    assertThat(shell().run("attach", "shop:server").err()).contains("on another host");
  }

  @Test
  void aBareWordIsAProjectOrARoleOfTheOnlyOne() {
    worker.answer("GET /v1/projects", 200, List.of(Samples.shop()));
    worker.answer("GET /v1/projects/shop", 200, Samples.shop());
    worker.answer("GET /v1/health", 200, Map.of("tmuxSocket", "orc-x"));
    worker.answer("GET /v1/projects/shop/inbox", 200, List.of());
    worker.answer("GET /v1/projects/shop/inbox?role=tester", 200, List.of());
    worker.answer("GET /v1/projects/old/inbox", 200, List.of());

    assertThat(shell().run("attach", "developer").err()).contains("on another host");
    assertThat(shell().run("inbox", "shop").out()).contains("for shop:@all");
    assertThat(shell().run("inbox", "tester").out()).contains("for shop:tester");
    assertThat(shell().run("inbox", "old").out()).contains("for old:@all");
  }
}
