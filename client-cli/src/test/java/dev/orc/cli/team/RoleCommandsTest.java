package dev.orc.cli.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiClient;
import dev.orc.workflows.model.ApiError;
import dev.orc.workflows.model.RoleBrief;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.TypeCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleCommandsTest {
  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));
  private String query;

  @BeforeEach
  void name() {
    query = "?project=" + ApiClient.part(folder.toString());
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).speakingTo(worker).run(words);
  }

  private Shell.Result runHere(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--project", "."));
    return run(all.toArray(String[]::new));
  }

  private void planRoles() {
    worker.answer(
        "GET /v1/roles" + query,
        200,
        List.of(
            card("developer", "core", 30, "bundled"),
            card("clerk", "quality", 0, "/p/.orc/roles/clerk.md\u001b[2J")));
  }

  private static RoleCard card(String name, String department, int minutes, String origin) {
    return new RoleCard(
        name, department, "Does it.", false, minutes, "x/", null, null, null, null, origin);
  }

  @Test
  void typesAreListedAndShownWhole() {
    worker.answer(
        "GET /v1/types" + query,
        200,
        List.of(
            new TypeCard(
                "mobile_app",
                "An app.",
                List.of("app"),
                List.of("AndroidManifest.xml: Android (0.8)"),
                List.of("orchestrator", "tester"),
                List.of(),
                List.of(),
                List.of("monitoringops needs devops"),
                List.of("monitoringops when watched"),
                List.of("developer to tester"),
                List.of("make: tester"),
                "/c/teams/mobile_app.yaml\u001b[2J")));

    assertThat(runHere("team", "types").out())
        .contains("TYPE", "mobile_app  orchestrator, tester")
        .endsWith("mobile_app comes from /c/teams/mobile_app.yaml\n");
    assertThat(runHere("team", "types", "app").out())
        .startsWith("mobile_app: An app.\n  also called: app\n  core: orchestrator, tester\n")
        .contains(
            "  condition: monitoringops when watched\n",
            "  lane: developer to tester\n  (a lane: who takes work up")
        .contains("  phase: make: tester\n  sign: AndroidManifest.xml: Android (0.8)\n");
    assertThat(runHere("team", "types", "--json").out()).startsWith("[").contains("\"lanes\"");
    Shell.Result none = runHere("team", "types", "ap");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("there is no type 'ap'", "There are mobile_app");
  }

  @Test
  void rolesAreListedWithWhereTheyComeFrom() {
    planRoles();
    Shell.Result listed = runHere("team", "roles");

    assertThat(listed.err()).isEmpty();
    assertThat(listed.out())
        .isEqualTo(
            """
            ROLE       DEPARTMENT   EVERY  DUTY
            developer  core        30 min  Does it.
            clerk      quality          -  Does it.
            clerk comes from /p/.orc/roles/clerk.md
            """);
  }

  @Test
  void aDepartmentCanBePicked() {
    planRoles();
    assertThat(runHere("team", "roles", "--department", "quality").out())
        .contains("clerk")
        .doesNotContain("developer");
    assertThat(runHere("team", "roles", "--department", "quality", "--json").out())
        .contains("\"name\" : \"clerk\"")
        .doesNotContain("developer");
    Shell.Result none = runHere("team", "roles", "--department", "desing");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("There are core, quality");
  }

  @Test
  void aBriefIsPrinted() throws IOException {
    Path spec = Files.writeString(folder.resolve("my spec.md"), "# Shop");
    String asked =
        "GET /v1/roles/developer/brief" + query + "&spec=" + ApiClient.part(spec.toString());
    worker.answer(asked, 200, new RoleBrief("developer", "# You\n\nBuild.\u001b[2J\n"));

    Shell.Result brief = runHere("team", "brief", "developer", "--spec", "my spec.md");

    assertThat(brief.out()).isEqualTo("# You\n\nBuild.\n");
    assertThat(brief.exit()).isZero();
  }

  @Test
  void theFileOfARoleIsPrinted() {
    worker.answer(
        "GET /v1/roles/tester/brief" + query + "&raw=true", 200, new RoleBrief("tester", "---\n"));

    assertThat(runHere("team", "brief", "tester", "--raw").out()).isEqualTo("---\n");
    assertThat(run("team", "brief", "tester", "--raw", "--spec", "x").exit()).isEqualTo(2);
  }

  @Test
  void aWrongRoleIsNotFound() {
    worker.answer(
        "GET /v1/roles/tesler/brief" + query,
        404,
        new ApiError(3, "there is no role 'tesler'", "did you mean tester?"));

    Shell.Result none = runHere("team", "brief", "tesler");

    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).isEqualTo("orc: there is no role 'tesler'. Did you mean tester?\n");
  }

  @Test
  void everyFaultHasALine() {
    worker.answer(
        "GET /v1/roles" + query,
        400,
        new ApiError(2, "a.md:2: x; y", "correct the file", List.of("a.md:3: x; y", "b.md:1: z")));

    Shell.Result faulty = runHere("team", "roles");

    assertThat(faulty.exit()).isEqualTo(2);
    assertThat(faulty.err())
        .isEqualTo("orc: a.md:2: x; y\norc: a.md:3: x; y\norc: b.md:1: z. Correct the file\n");
  }

  @Test
  void aWorkerElsewhereKnowsNoDirectoryOfOurs() {
    worker.answer("GET /v1/roles", 200, List.of(card("developer", "core", 30, "bundled")));
    assertThat(run("team", "roles").out()).contains("developer");
  }

  @Test
  void whatIsNotThereIsSaidBeforeTheWorkerIsAsked() {
    assertThat(run("team", "brief", "developer", "--spec", "none.md").exit()).isEqualTo(3);
    assertThat(run("team", "roles", "--project", "none").exit()).isEqualTo(3);
    assertThat(worker.requests()).isEmpty();
  }
}
