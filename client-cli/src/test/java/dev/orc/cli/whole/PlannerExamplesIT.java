package dev.orc.cli.whole;

import static dev.orc.cli.whole.PlannerSamples.awaitReview;
import static dev.orc.cli.whole.PlannerSamples.plan;
import static dev.orc.cli.whole.PlannerSamples.project;
import static dev.orc.cli.whole.PlannerSamples.states;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Shell;
import dev.orc.workflows.model.Phase;
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
  void teamsOfStarts() throws Exception {
    try (OrcForTests orc = OrcForTests.down().raise()) {
      Path shop = orc.repository("shop");
      String spec = shop.resolve("spec.md").toString();
      Path deployment = Files.writeString(orc.folder().resolve("d.md"), PlannerSamples.DEPLOYMENT);

      assertThat(dry(orc, spec, shop, "--roles", "orchestrator,developer,sysadmin,devops"))
          .contains("Team of 4, chosen by roles");
      assertThat(dry(orc, spec, shop, "--team-type", "system_deployment"))
          .contains("Type: system_deployment (confidence 1.00)", "securityops");
      assertThat(dry(orc, spec, shop, "--plan", "pro", "--size", "small"))
          .contains("Team of 3, chosen by planner");
      assertThat(dry(orc, deployment.toString(), shop))
          .contains("Type: system_deployment (confidence 1.00)")
          .contains("orchestrator", "sysadmin", "devops", "securityops");
      assertThat(
              dry(orc, spec, shop, "--plan", "max20", "--add-roles", "monitoringops,databaseops"))
          .contains("monitoringops", "databaseops");

      orc.start(shop, "shop", "developer");
      orc.ok("resume", "shop", "--add-roles", "sysadmin,networkops");
      assertThat(orc.ok("status", "shop")).contains("developer", "sysadmin", "networkops");
      orc.ok("stop", "shop", "--reason", "enough");
    }
  }

  private static String dry(OrcForTests orc, String spec, Path project, String... more) {
    List<String> line =
        new ArrayList<>(List.of("start", "--project", project.toString(), "--spec", spec));
    line.addAll(List.of(more));
    line.addAll(List.of("--driver", "scripted", "--dry-run"));
    return orc.ok(line.toArray(String[]::new));
  }

  @Test
  void reviewsOfTeams() throws Exception {
    OrcForTests down = OrcForTests.down(Map.of("ANTHROPIC_API_KEY", "your-key"), Map.of());
    PlannerSamples.reviewers(down);
    try (OrcForTests orc = down.raise()) {
      Path projects = orc.folder().resolve("projects");
      for (String name : List.of("webapp", "test", "production")) {
        project(projects, name, "package.json", "{\"dependencies\": {\"react\": \"19\"}}");
      }
      Path spec = Files.writeString(orc.folder().resolve("requirements.md"), OrcForTests.SPEC);
      Path production = Files.copy(spec, orc.folder().resolve("production-spec.md"));

      assertThat(review(orc, "webapp", "orchestrator,developer,tester", spec, "reviewer"))
          .contains("Team of 3, chosen by analysis", "devops", "it goes to production")
          .contains("Note: review by reviewer: adds devops")
          .contains("takes out tester (the developer proves it)");
      assertThat(
              plan(orc, "projects/test", "--roles", "orchestrator,developer", "--refine", "--mock"))
          .contains("Team of 5, chosen by analysis", "Note: review by the planner (a mock): adds");
      assertThat(review(orc, "production", "orchestrator,developer,devops", production, "reviewer"))
          .contains("Team of 3, chosen by analysis");

      assertThat(review(orc, "webapp", "orchestrator,developer,tester", spec, "keyless"))
          .contains("Team of 3, chosen by roles")
          .contains("Note: the review by keyless was not used: 3 tries failed");
    }
  }

  private static String review(
      OrcForTests orc, String project, String roles, Path spec, String driver) {
    return plan(
        orc,
        "projects/" + project,
        "--roles",
        roles,
        "--refine",
        "--spec",
        spec.toString(),
        "--driver",
        driver);
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

      Files.writeString(types.resolve("mobile_app.yaml"), PlannerSamples.MOBILE);
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

      orc.ok("spec", "new", "orchestrator-v2-spec-kit", "--example", "--project", "shop");
      assertThat(orc.ok("spec", "check", "shop/specs/001-orchestrator-v2-spec-kit"))
          .contains("001-orchestrator-v2-spec-kit", "ready");

      orc.ok("spec", "new", "new feature", "--project", "shop");
      assertThat(orc.folder().resolve("shop/specs/002-new-feature"))
          .isDirectoryContaining("glob:**/spec.md")
          .isDirectoryContaining("glob:**/plan.md")
          .isDirectoryContaining("glob:**/tasks.md");
      assertThat(orc.run("start", "shop/specs/002-new-feature", "--driver", "scripted").err())
          .contains("the phase 'specify' is incomplete");
      Shell.Result open = orc.run("spec", "check", "shop/specs/002-new-feature");
      assertThat(open.exit()).isEqualTo(2);
      assertThat(open.err())
          .contains("spec.md:5: the phase 'specify' is incomplete: the template's [Describe")
          .contains("an open question, [NEEDS CLARIFICATION: what is not decided yet?")
          .contains("or run /speckit.specify again");

      String dry =
          orc.ok(
              "start",
              "shop/specs/001-orchestrator-v2-spec-kit",
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
        OrcForTests.down(
            Map.of("ORC_PLAYBOOK", "{stage}/kit.play"), Map.of(), PlannerSamples.QUICK);
    try (OrcForTests orc = stage.raise()) {
      Files.write(orc.folder().resolve("kit.play"), PlannerSamples.PLAYBOOK);
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
        OrcForTests.down(
            Map.of("ORC_PLAYBOOK", "{stage}/kit.play"), Map.of(), PlannerSamples.QUICK);
    try (OrcForTests orc = stage.raise()) {
      Files.write(orc.folder().resolve("kit.play"), PlannerSamples.PLAYBOOK);
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

      String asked = awaitReview(orc, "specs/001-tea/plan.md");
      assertThat(asked).contains("WORKING (in review)");
      assertThat(asked.split("plan.md", -1)).as(asked).hasSize(2);
      assertThat(plan).doesNotExist();
      assertThat(states(orc)).containsExactly("RUNNING", "WAITING", "WAITING");
      String first = PlannerSamples.review(asked);
      orc.ok("authorize", first, "no", "--project", "tea", "--note", "of what is the kettle?");

      String second = PlannerSamples.review(awaitReview(orc, "specs/001-tea/plan.md"));
      assertThat(second).isNotEqualTo(first);
      assertThat(plan).doesNotExist();
      orc.ok("authorize", second, "yes", "--project", "tea");

      String third = PlannerSamples.review(awaitReview(orc, "specs/001-tea/tasks.md"));
      assertThat(orc.run("authorize", second, "yes", "--project", "tea").exit()).isEqualTo(3);
      assertThat(plan).content().contains("A copper kettle.");
      assertThat(root.resolve("kettle.sh")).doesNotExist();
      orc.ok("authorize", third, "yes", "--project", "tea");
      orc.ok("queue", "watch", "--batch", "tea");
      orc.follow(orc.batch("tea"));

      assertThat(states(orc)).containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
      assertThat(root.resolve("kettle.sh")).exists();
    }
  }

  @Test
  void aStartWithoutASpec() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      Path projects = orc.folder().resolve("projects");
      Path config = orc.stage().here().folders().config().resolve("config.yaml");
      Files.writeString(config, Files.readString(config) + "project-folders: [" + projects + "]\n");
      Files.createDirectories(projects);
      orc.raise();
      Path templates = orc.stage().repository("projects/task-templates", PlannerSamples.FILES);

      Shell.Result ambiguous = orc.run("start", "task", "--yes");
      assertThat(ambiguous.err()).contains("Did you mean task-templates?");
      String foreseen = orc.ok("start", "task templates", "--dry-run", "--driver", "scripted");
      assertThat(foreseen).contains("WINDOW", "shell", "server", "npm run dev");

      orc.ok("trust", templates.toString());
      String started =
          orc.ok(
              "start",
              "Task Templates",
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
}
