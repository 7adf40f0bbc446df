package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the documents that this program was made from show of planning, run as they show it, but for
 * the names of options: teams by project, reviews of teams, types of one's own.
 */
@Timeout(240)
class PlannerExamplesIT {
  private static final String MOBILE =
      """
      about: An app for telephones.
      core: [orchestrator, mobile-app-builder]
      optional: [api-tester]
      phases:
        - {name: make, roles: [mobile-app-builder], specialists: [ui-designer]}
      signs:
        - {file: AndroidManifest.xml, weight: 0.9, what: an app for Android}
      """;

  private static final Map<String, String> QUICK =
      Map.of("research", "off", "retries", "0", "empty-for", "2s", "agent-memory", "60MB");

  private static final List<String> PLAYBOOK =
      List.of(
          "on \"The phase plan of\" once",
          "    run sh -c \"printf '# Plan: A kettle.' > specs/001-tea/plan.md\"",
          "    commit \"Plan\"",
          "    report done \"It is planned\"",
          "on \"The phase tasks of\" once",
          "    run sh -c \"printf -- '- [ ] T001 Boil water' > specs/001-tea/tasks.md\"",
          "    commit \"Tasks\"",
          "    report done \"It is parted\"",
          "on \"T001 Boil water\" once",
          "    run sh -c \"touch kettle.sh; printf -- '- [x] T001' > specs/001-tea/tasks.md\"",
          "    commit \"Boil\"",
          "    report done \"It boils\"",
          "on \"approve it: of what is the kettle?\" once",
          "    run sh -c \"printf '# Plan: A copper kettle.' > specs/001-tea/plan.md\"",
          "    commit \"Say of what\"",
          "    report done \"It is said\"",
          "on anything",
          "    busy 5ms");

  private static final Map<String, String> FILES =
      Map.of("README.md", "# Task Templates\n", "TODO.md", "# To do\n- sort by date\n");

  @Test
  void teamsByProject() throws Exception {
    try (OrcForTests orc = OrcForTests.down().raise()) {
      Path projects = orc.folder().resolve("projects");
      project(projects, "webapp", "package.json", "{\"dependencies\": {\"react\": \"19\"}}");
      project(projects, "infra", "main.tf", "resource \"x\" \"y\" {}\n");
      project(projects, "startup", "main.py", "print()\n");
      project(projects, "api", "pom.xml", "<project/>");

      assertThat(plan(orc, "projects/webapp")).contains("Type: web_application", "testrunner");
      assertThat(plan(orc, "projects/infra", "--type", "infrastructure_as_code"))
          .contains("Type: infrastructure_as_code (confidence 1.00)", "securityops");
      assertThat(plan(orc, "projects/startup", "--max-size", "3"))
          .contains("Team of 3, chosen by planner", "no more than 3 roles were asked for");
      Path exported = orc.folder().resolve("team-config.yaml");
      plan(orc, "projects/api", "--export", exported.toString());
      assertThat(exported).content().contains("type: code_project", "- name: developer");
      assertThat(plan(orc, "projects/api", "--team", exported.toString()))
          .contains("chosen by file");

      assertThat(plan(orc, "projects/webapp", "--team-type", "system_deployment"))
          .contains("Type: system_deployment", "sysadmin");
      assertThat(plan(orc, "projects/webapp", "--roles", "developer,sysadmin,devops,securityops"))
          .contains("Team of 4, chosen by roles");
      assertThat(orc.ok("team", "types")).contains("data_pipeline", "code_project");
    }
  }

  @Test
  void reviewsOfTeams() throws Exception {
    try (OrcForTests orc = OrcForTests.down().raise()) {
      Path projects = orc.folder().resolve("projects");
      project(projects, "test", "package.json", "{\"dependencies\": {\"react\": \"19\"}}");
      Path spec = Files.writeString(orc.folder().resolve("requirements.md"), OrcForTests.SPEC);

      String mocked =
          plan(orc, "projects/test", "--roles", "orchestrator,developer", "--refine", "--mock");
      assertThat(mocked)
          .contains("Team of 5, chosen by analysis", "Note: review by the planner (a mock): adds");

      String asked =
          plan(
              orc,
              "projects/test",
              "--roles",
              "orchestrator,developer,tester",
              "--refine",
              "--spec",
              spec.toString(),
              "--driver",
              "scripted");
      assertThat(asked).contains("Team of 3", "Note: the review by scripted was not used: ");
    }
  }

  @Test
  void aSixthTypeIsPlannedReviewedAndStarted() throws Exception {
    try (OrcForTests orc = OrcForTests.down().raise()) {
      Path types = Files.createDirectories(orc.stage().here().folders().config().resolve("teams"));
      Path app = orc.repository("app");
      Files.writeString(app.resolve("AndroidManifest.xml"), "<manifest/>");

      Shell.Result before = orc.run("team", "plan", "--project", "app", "--type", "mobile_app");
      assertThat(before.exit()).isEqualTo(2);
      assertThat(before.err()).contains("there is no type 'mobile_app'");

      Files.writeString(types.resolve("mobile_app.yaml"), MOBILE);
      assertThat(orc.ok("team", "types")).contains("mobile_app comes from");
      assertThat(plan(orc, "app", "--type", "mobile_app"))
          .contains("Team of 3", "core of a mobile_app", "serves in the phase make");
      String reviewed =
          plan(orc, "app", "--type", "mobile_app", "--roles", "orchestrator", "--refine", "--mock");
      assertThat(reviewed).contains("adds mobile-app-builder (core of a mobile_app)");

      String started =
          orc.ok(
              "start",
              app.resolve("spec.md").toString(),
              "--driver",
              "scripted",
              "--type",
              "mobile_app",
              "--max-size",
              "2");
      assertThat(started).contains("Started app", "(mobile_app)", "mobile-app-builder (scripted)");
      orc.follow("app");
      orc.ok("stop", "app", "--reason", "enough");
    }
  }

  @Test
  void aSpecKitDirectoryFromTemplatesAndAnExampleThatIsRight() throws Exception {
    try (OrcForTests orc = OrcForTests.down().raise()) {
      orc.repository("shop");

      orc.ok("spec", "new", "new feature", "--project", "shop");
      Shell.Result open = orc.run("spec", "check", "shop/specs/001-new-feature");
      assertThat(open.exit()).isEqualTo(2);
      assertThat(open.err())
          .contains("spec.md:5: the phase 'specify' is incomplete: the template's [Describe")
          .contains("an open question, [NEEDS CLARIFICATION: what is not decided yet?")
          .contains("or run /speckit.specify again");

      orc.ok("spec", "new", "word-count", "--example", "--project", "shop");
      assertThat(orc.ok("spec", "check", "shop/specs/002-word-count"))
          .contains("Word count", "ready");
      String dry =
          orc.ok(
              "start",
              "shop/specs/002-word-count",
              "--new-project",
              "--template",
              "python",
              "--driver",
              "scripted",
              "--dry-run");
      assertThat(dry).contains("The repository would be made", "verify: test \"$(printf");
    }
  }

  @Test
  void aTeamsLeadDoesThePhasesBeforeThereIsCode() throws Exception {
    OrcForTests stage =
        OrcForTests.down(Map.of("ORC_PLAYBOOK", "{stage}/kit.play"), Map.of(), QUICK);
    try (OrcForTests orc = stage.raise()) {
      Files.write(orc.folder().resolve("kit.play"), PLAYBOOK);
      Path root =
          orc.stage()
              .repository(
                  "tea",
                  Map.of("specs/001-tea/spec.md", "# Feature Specification: Tea\n\nIt brews.\n"));

      String line =
          orc.ok(
              "start",
              root.resolve("specs/001-tea").toString(),
              "--from",
              "plan",
              "--driver",
              "scripted",
              "--roles",
              "orchestrator",
              "--watch");

      assertThat(line).contains("Batch tea is over, 3 projects: 3 completed");
      orc.follow(orc.batch("tea"));
      assertThat(root.resolve("specs/001-tea/plan.md")).content().contains("A kettle.");
      assertThat(root.resolve("specs/001-tea/tasks.md")).content().contains("- [x] T001");
      assertThat(root.resolve("kettle.sh")).exists();
    }
  }

  @Test
  void aPersonReviewsEachPhaseBeforeTheNextBegins() throws Exception {
    OrcForTests stage =
        OrcForTests.down(Map.of("ORC_PLAYBOOK", "{stage}/kit.play"), Map.of(), QUICK);
    try (OrcForTests orc = stage.raise()) {
      Files.write(orc.folder().resolve("kit.play"), PLAYBOOK);
      Path root =
          orc.stage()
              .repository(
                  "tea",
                  Map.of("specs/001-tea/spec.md", "# Feature Specification: Tea\n\nIt brews.\n"));
      Path plan = root.resolve("specs/001-tea/plan.md");
      String kit = root.resolve("specs/001-tea").toString();
      orc.ok(
          "start",
          kit,
          "--from",
          "plan",
          "--review",
          "--driver",
          "scripted",
          "--roles",
          "orchestrator");

      String asked = awaitReview(orc, "review-1", "specs/001-tea/plan.md");
      assertThat(asked).contains("WORKING (in review)", "orc authorize review-1 yes (or no)");
      assertThat(asked.split("plan.md", -1)).as(asked).hasSize(2);
      assertThat(plan).doesNotExist();
      assertThat(states(orc)).containsExactly("running", "waiting", "waiting");
      orc.ok("authorize", "review-1", "no", "--project", "tea", "--note", "of what is the kettle?");

      awaitReview(orc, "review-2", "specs/001-tea/plan.md");
      assertThat(plan).doesNotExist();
      orc.ok("authorize", "review-2", "yes", "--project", "tea");

      awaitReview(orc, "review-1", "specs/001-tea/tasks.md");
      assertThat(plan).content().contains("A copper kettle.");
      assertThat(root.resolve("kettle.sh")).doesNotExist();
      orc.ok("authorize", "review-1", "yes", "--project", "tea");
      orc.ok("queue", "watch", "tea");
      orc.follow(orc.batch("tea"));

      assertThat(states(orc)).containsExactly("completed", "completed", "completed");
      assertThat(root.resolve("kettle.sh")).exists();
    }
  }

  /** What the status says once a person is asked for that; it must say the command to type. */
  private static String awaitReview(OrcForTests orc, String id, String document)
      throws IOException {
    List<String> said = new ArrayList<>();
    Await.until(
        id + " of " + document + " is asked for",
        OrcForTests.LAUNCH,
        () -> {
          said.add(orc.ok("status"));
          String last = said.get(said.size() - 1);
          return last.contains("NEEDS YOU") && last.contains(id) && last.contains(document);
        });
    return said.get(said.size() - 1);
  }

  private static List<String> states(OrcForTests orc) throws IOException {
    return orc.batch("tea").items().stream().map(item -> item.state().toString()).toList();
  }

  @Test
  void aStartWithoutASpec() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      Path projects = orc.folder().resolve("projects");
      Path config = orc.stage().here().folders().config().resolve("config.yaml");
      Files.writeString(config, Files.readString(config) + "project-folders: [" + projects + "]\n");
      Files.createDirectories(projects);
      orc.raise();
      Path templates = orc.stage().repository("projects/task-templates", FILES);

      String started =
          orc.ok(
              "start",
              "task-templates",
              "--yes",
              "--driver",
              "scripted",
              "--roles",
              "orchestrator");
      assertThat(started)
          .contains("From README.md: what it is", "From TODO.md: 1 open")
          .contains("- sort by date (TODO.md:2)", "Cost: 1 agent, 3 check-ins an hour")
          .contains("Started task-templates in " + templates);
      orc.follow("task-templates").awaitPhase("task-templates", Phase.WORKING, OrcForTests.LAUNCH);
      orc.ok("stop", "task-templates", "--reason", "enough");
      orc.awaitPhase("task-templates", Phase.STOPPED, OrcForTests.LAUNCH);

      assertThat(orc.ok("completed", "--by", "role")).contains("ROLE", "orchestrator");
    }
  }

  private static String plan(OrcForTests orc, String project, String... more) {
    String[] line = new String[more.length + 4];
    line[0] = "team";
    line[1] = "plan";
    line[2] = "--project";
    line[3] = project;
    System.arraycopy(more, 0, line, 4, more.length);
    return orc.ok(line);
  }

  private static void project(Path projects, String name, String file, String text)
      throws IOException {
    Path root = Files.createDirectories(projects.resolve(name));
    Files.writeString(root.resolve(file), text);
    Process git = new ProcessBuilder("git", "init", "--quiet", root.toString()).start();
    try {
      assertThat(git.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
