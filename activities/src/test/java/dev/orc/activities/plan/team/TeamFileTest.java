package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamFileTest {
  @TempDir Path folder;

  @Test
  void whatIsExportedIsImportedAsItWas() throws IOException {
    TeamPlan planned =
        plan(
            new TeamWish(
                "code_project",
                "large",
                "max20",
                List.of(),
                List.of("code-reviewer"),
                3,
                true,
                null,
                false,
                false));
    Path file = Files.writeString(folder.resolve("team.yaml"), TeamFileText.of(planned));

    TeamPlan imported = plan(from(file));

    assertThat(imported.team()).isEqualTo(planned.team());
    assertThat(imported.source()).isEqualTo("file");
    assertThat(imported.size()).isEqualTo("large");
    assertThat(imported.most()).isEqualTo(8);
    assertThat(planned.team().roles()).anyMatch(role -> role.reportsTo() != null);
    assertThat(planned.team().roles()).anyMatch(role -> !role.startsAfter().isEmpty());
    assertThat(Files.readString(file)).contains("# left out: ").contains("# asked for");
  }

  @Test
  void whatIsEditedCountsAndTheRestIsAsUsual() throws IOException {
    Path file =
        write(
            """
            type: web_application
            roles:
              - orchestrator
              - name: developer
                duty: "Builds: the # shop"
                check-in-minutes: 5
                branch-prefix: shop/
                talks-to: [orchestrator]
                program: {driver: codex, arguments: [--model, o p]}
              - name: tester
                waits-for: [developer]
            """);

    TeamPlan plan = plan(from(file));

    assertThat(plan.type()).isEqualTo("web_application");
    Role developer = plan.team().role("developer").orElseThrow();
    assertThat(developer.duty()).isEqualTo("Builds: the # shop");
    assertThat(developer.checkInMinutes()).isEqualTo(5);
    assertThat(developer.branchPrefix()).isEqualTo("shop/");
    assertThat(developer.talksTo()).containsExactly("orchestrator");
    assertThat(developer.program())
        .isEqualTo(new Program("codex", List.of("--model", "o p"), Map.of()));
    assertThat(plan.team().lead()).map(Role::name).contains("orchestrator");
    assertThat(plan.team().role("tester").orElseThrow().program()).isEqualTo(Program.of("claude"));
  }

  @Test
  void aFileMayAskForTiersAndPhasesAndLeaveThePlacesToThePlanner() throws IOException {
    Path file =
        write(
            "tiers: 3\nphased: true\nroles: [orchestrator, project_manager, developer, tester]\n");

    TeamPlan plan = plan(from(file));

    Role tester = plan.team().role("tester").orElseThrow();
    assertThat(tester.reportsTo()).isEqualTo("project-manager");
    assertThat(tester.startsAfter()).containsExactly("developer");
    assertThat(tester.talksTo()).containsExactly("project-manager", "developer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'type: web'                                        | team.yaml:1 | no roles
          'typ: code_project\\nroles: [developer]'           | team.yaml:1 | did you mean type?
          'type: cod\\nroles: [developer]'                   | team.yaml:1 | no type 'cod'
          'size: huge\\nroles: [developer]'                  | team.yaml:1 | no size 'huge'
          'plan: max\\nroles: [developer]'                   | team.yaml:1 | no plan 'max'
          'roles: [devloper]'                                | team.yaml:1 | mean developer?
          'roles:\\n- tester\\n- tester'                     | team.yaml:3 | there twice
          'roles:\\n- duty: x'                               | team.yaml:2 | has no name
          'roles:\\n- name: tester\\n  leads: perhaps'       | team.yaml:3 | 'perhaps' is neither
          'roles:\\n- name: tester\\n  check-in-minutes: -1' | team.yaml:3 | no number of minutes
          'roles:\\n- name: tester\\n  branch-prefix: ../x/' | team.yaml:3 | branch's name
          'roles:\\n- name: tester\\n  waits-for: [devops]'  | team.yaml:3 | not in this team
          'roles:\\n- name: tester\\n  starts-after: [x]'    | team.yaml:3 | not in this team
          'roles:\\n- name: tester\\n  reports-to: x'        | team.yaml:3 | not in this team
          'roles:\\n- name: tester\\n  dutty: x'             | team.yaml:3 | did you mean duty?
          'roles:\\n- name: tester\\n  program: {x: y}'      | team.yaml:3 | unknown key 'x'
          'tiers: 4\\nroles: [developer]'                     | team.yaml:1 | no number of tiers
          'roles: developer'                                 | team.yaml:1 | no roles
          '- a\\n- b'                                        | team.yaml:1 | no keys
          """)
  void saysWhereAndWhatIsWrong(String text, String place, String words) throws IOException {
    Path file = write(text.replace("\\n", "\n") + "\n");

    assertThatThrownBy(() -> plan(from(file)))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining(place)
        .hasMessageContaining(words);
  }

  @Test
  void aFileAndOtherWishesDoNotGoTogether() throws IOException {
    Path file = write("roles: [developer]\n");
    TeamWish both =
        new TeamWish(
            null, "small", null, List.of(), List.of(), 0, false, file.toString(), false, false);

    assertThatThrownBy(() -> plan(both)).hasMessageContaining("as the file says");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("team.yaml"), text);
  }

  private static TeamWish from(Path file) {
    return new TeamWish(
        null, null, null, List.of(), List.of(), 0, false, file.toString(), false, false);
  }

  private TeamPlan plan(TeamWish wish) {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    RoleLibrary library = RoleLibrary.bundled();
    return SampleTrees.planner(library, folders)
        .plan(
            new TeamQuestion(
                ProjectTree.none(), Optional.empty(), wish, role -> Program.of("claude")));
  }
}
