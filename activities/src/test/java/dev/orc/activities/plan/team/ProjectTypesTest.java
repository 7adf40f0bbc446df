package dev.orc.activities.plan.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.RoleOffer;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.TypeCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of projects are files: what each key of one does, and what is said of a faulty one. */
class ProjectTypesTest {
  private static final String MOBILE =
      """
      about: An app for telephones.
      also-called: [app, mobile]
      core: [orchestrator, mobile-app-builder, tester]
      optional: [monitoringops, api-tester]
      more: [mobile-app-builder-2]
      dependencies:
        monitoringops: [devops]
      conditions:
        monitoringops: [watched, {file: '*.plist', what: goes to a store}]
      lanes:
        mobile-app-builder: [tester]
        tester: [api-tester]
      phases:
        - name: shape
          roles: [orchestrator]
          specialists: [ui-designer, ux-researcher]
        - name: make
          roles: [mobile-app-builder]
        - name: ship
          roles: [tester]
          specialists: [app-store-optimizer]
      signs:
        - {file: AndroidManifest.xml, weight: 0.8, what: an app for Android}
        - {spec: 'mobile app', weight: 0.7}
      """;

  @TempDir Path folder;
  private HostFolders folders;
  private Path project;

  @BeforeEach
  void makeHomeAndProject() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    project = Files.createDirectories(folder.resolve("shop/app/src/main"));
    Files.writeString(project.resolve("AndroidManifest.xml"), "<manifest/>");
    Files.writeString(project.resolve("Main.java"), "class Main {}");
    project = folder.resolve("shop");
  }

  @Test
  void aSixthTypeIsFoundAndGetsItsTeam() throws IOException {
    type("mobile_app", MOBILE);

    TeamPlan plan = plan(wish("max20"));

    assertThat(plan.type()).isEqualTo("mobile_app");
    assertThat(plan.typeReasons().get(0)).contains("AndroidManifest.xml: an app for Android");
    assertThat(names(plan))
        .containsExactly("orchestrator", "mobile-app-builder", "tester", "api-tester");
    assertThat(why(plan, "monitoringops"))
        .isEqualTo("there are no more than five services and no SLA");
    assertThat(waitsFor(plan, "tester")).contains("mobile-app-builder");
    assertThat(waitsFor(plan, "api-tester")).contains("tester");
    assertThat(plan(typed("App")).type()).isEqualTo("mobile_app");
  }

  @Test
  void whatAFileForABundledTypeLeavesOutStaysAsItWas() throws IOException {
    type("code_project", "core: [orchestrator, api-tester, tester, developer]\n");

    TeamPlan plan = plan(typed("code_project"));

    assertThat(names(plan)).contains("api-tester").doesNotContain("project-manager");
    assertThat(plan(typed("code")).type()).isEqualTo("code_project");
    assertThat(card("code_project").lanes()).contains("developer to tester, testrunner");
    assertThat(card("code_project"))
        .matches(card -> !card.conditions().isEmpty() && !card.phases().isEmpty());
  }

  @Test
  void aConditionOfItsOwnAndADependencyOfItsOwnCount() throws IOException {
    type("mobile_app", MOBILE);
    Files.writeString(project.resolve("Info.plist"), "<plist/>");

    TeamPlan plan = plan(wish("max20"));

    assertThat(why(plan, "monitoringops")).isEqualTo("Info.plist: goes to a store");
    assertThat(why(plan, "devops")).isEqualTo("monitoringops needs it");
    assertThat(names(plan)).doesNotContain("sysadmin");
  }

  @Test
  void itsPhasesSayWhoWaitsForWhom() throws IOException {
    type("mobile_app", MOBILE);
    TeamWish phased = new TeamWish(null, null, "max20", null, null, 0, true, null, false, false);

    TeamPlan plan = plan(phased);

    assertThat(plan.team().role("tester").orElseThrow().startsAfter())
        .containsExactly("mobile-app-builder");
    assertThat(plan.team().role("mobile-app-builder").orElseThrow().startsAfter()).isEmpty();
  }

  @Test
  void specialistsOfItsPhasesAreOfferedAsFarAsThePlanCarriesThem() throws IOException {
    type("mobile_app", MOBILE);

    assertThat(plan(wish("max20")).offers())
        .containsExactly(
            new RoleOffer("ui-designer", "shape", "serves in the phase shape of a mobile_app"),
            new RoleOffer(
                "app-store-optimizer", "ship", "serves in the phase ship of a mobile_app"),
            new RoleOffer("ux-researcher", "shape", "serves in the phase shape of a mobile_app"));
    assertThat(plan(wish("max5")).offers()).hasSize(1);
    assertThat(plan(wish("pro")).offers()).isEmpty();
  }

  @Test
  void thoseOfAPhaseThatIsAskedForAreSeatedAndTheRestIsCut() throws IOException {
    type("mobile_app", MOBILE);

    TeamPlan plan = plan(inPhase("max5", "Shape"));

    assertThat(names(plan)).contains("ui-designer", "ux-researcher").hasSize(5);
    assertThat(why(plan, "ui-designer")).isEqualTo("serves in the phase shape of a mobile_app");
    assertThat(why(plan(inPhase("pro", "shape")), "ux-researcher"))
        .endsWith("plan pro carries 3 roles");
    assertThatThrownBy(() -> plan(inPhase("max5", "shap")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("did you mean shape?"));
  }

  @Test
  void ofTwoThatServeInTheSamePhaseTheOneWithTheBetterRecordGoesFirst() throws IOException {
    type("mobile_app", MOBILE);
    Completed good = completed("ux-researcher");

    TeamPlan plan = plan(wish("max5"), RoleRecords.of(Collections.nCopies(3, good)));

    assertThat(plan.offers())
        .containsExactly(
            new RoleOffer(
                "ux-researcher",
                "shape",
                "serves in the phase shape of a mobile_app; 3 of 3 runs with it were completed"));
    assertThat(plan(wish("max5"), RoleRecords.of(List.of(good))).offers().get(0).role())
        .isEqualTo("ui-designer");
  }

  @Test
  void aNumberIsHowManyRolesAndACapIsACap() {
    assertThat(names(plan(sized("3", null)))).hasSize(3);
    assertThat(plan(sized("3", null)).sizeReason()).isEqualTo("asked for: 3 roles");
    assertThat(why(plan(sized("3", null)), "testrunner")).endsWith("3 roles were asked for");
    assertThat(names(plan(sized(null, "3")))).hasSize(3);
    assertThat(why(plan(sized(null, "3")), "testrunner"))
        .endsWith("no more than 3 roles were asked for");
    assertThat(names(plan(sized(null, "8")))).hasSameSizeAs(names(plan(sized(null, null))));
    assertThat(names(plan(sized("7", null)))).as("plan max5 carries 5").hasSize(5);
    assertThat(names(plan(sized("large", "small")))).hasSize(4);
    for (String wrong : List.of("1", "0", "-3", "3.5", "100", "three")) {
      assertThatThrownBy(() -> plan(sized(null, wrong)))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.remedy()).contains("a number of roles from 2 to 99"));
    }
  }

  @Test
  void aWorkflowIsTakenAsItIsWithItsHandOvers() {
    TeamPlan plan = plan(workflow("technical-optimization"));

    assertThat(plan.source()).isEqualTo("workflow");
    assertThat(names(plan))
        .containsExactly(
            "orchestrator",
            "performance-benchmarker",
            "backend-architect",
            "frontend-developer",
            "test-writer-fixer",
            "devops");
    assertThat(plan.team().role("backend-architect").orElseThrow().startsAfter())
        .containsExactly("performance-benchmarker");
    assertThat(plan.team().role("backend-architect").orElseThrow().duty())
        .contains("In the phase back end: Change the structure", "you hand over: what was changed");
    assertThat(plan.notes())
        .anyMatch(note -> note.contains("6 roles were asked for, and plan max5 carries 5"))
        .anyMatch(note -> note.startsWith("phase 1, performance analysis: performance-bench"));
    for (String name : List.of("product-launch", "content-strategy")) {
      assertThat(plan(workflow(name)).team().roles()).hasSizeGreaterThan(5);
    }
    assertThatThrownBy(() -> plan(workflow("product-lunch")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.remedy()).contains("did you mean product-launch?"));
  }

  @Test
  void aWorkflowOfAPersonsOwnCounts() throws IOException {
    Path own = Files.createDirectories(folders.config().resolve("workflows"));
    Files.writeString(
        own.resolve("two-steps.yaml"),
        "phases:\n  - {name: one, roles: [researcher]}\n  - {name: two, roles: [developer]}\n");
    TeamPlan plan = plan(workflow("two-steps"));
    assertThat(names(plan)).containsExactly("orchestrator", "researcher", "developer");

    Files.writeString(own.resolve("empty.yaml"), "phases:\n  - {name: one, roles: []}\n");
    assertThatThrownBy(() -> plan(workflow("two-steps")))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining("empty.yaml:1: nobody works in the phase 'one'");
  }

  @Test
  void everyFaultOfATypeIsSaidWithItsPlace() throws IOException {
    type(
        "mobile_app",
        """
        core: [orchestrator, mobile-app-bilder]
        kore: []
        dependencies: {tester: [developer], developer: [tester]}
        conditions: {databaseops: [datbase]}
        phases:
          - {name: a, roles: [tester]}
          - {name: a, roles: [tester], specialists: [tester]}
        signs:
          - {file: x, spec: y}
          - {file: x, weight: 2}
          - {file: x, text: '('}
        """);
    type("Mobile-App", "core: [orchestrator]\n");
    type("code_projekt", "core: [orchestrator]\n");

    assertThatThrownBy(() -> plan(wish(null)))
        .isInstanceOf(ConfigFaults.class)
        .hasMessageContaining("mobile_app.yaml:1: there is no role 'mobile-app-bilder'")
        .hasMessageContaining("mobile_app.yaml:2: unknown key 'kore'; did you mean core?")
        .hasMessageContaining("mobile_app.yaml:3: 'tester' comes back to itself")
        .hasMessageContaining("there is no condition 'datbase'; did you mean database?")
        .hasMessageContaining("mobile_app.yaml:7: phase 'a' is there twice")
        .hasMessageContaining("mobile_app.yaml:7: 'tester' works in a phase already")
        .hasMessageContaining("mobile_app.yaml:7: 'tester' works in this phase anyway")
        .hasMessageContaining("mobile_app.yaml:9: a sign is seen in files or in the spec")
        .hasMessageContaining("mobile_app.yaml:10: '2' is no weight")
        .hasMessageContaining("mobile_app.yaml:11: '(' is no pattern")
        .hasMessageContaining("Mobile-App.yaml:1: 'Mobile-App' can not be its name")
        .hasMessageContaining("'code_projekt' is a new type without signs; did you mean code_proj");
  }

  @Test
  void theFiveThatComeWithOrcAreSuchFiles() {
    List<TypeCard> cards = types().cards();

    assertThat(cards)
        .extracting(TypeCard::name)
        .containsExactly(
            "web_application",
            "system_deployment",
            "data_pipeline",
            "infrastructure_as_code",
            "code_project");
    assertThat(cards)
        .allSatisfy(
            card -> {
              assertThat(card.origin()).isEqualTo("bundled");
              assertThat(card.signs()).isNotEmpty();
              assertThat(card.dependencies()).contains("securityops needs sysadmin");
              assertThat(card.conditions()).contains("databaseops when database");
              assertThat(card.lanes()).isNotEmpty();
              assertThat(card.phases()).hasSize(5).allMatch(line -> line.contains("specialists:"));
            });
  }

  private TypeCard card(String type) {
    return types().cards().stream()
        .filter(one -> one.name().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private void type(String name, String text) throws IOException {
    Path own = Files.createDirectories(folders.config().resolve("teams"));
    Files.writeString(own.resolve(name + ".yaml"), text);
  }

  private static Completed completed(String role) {
    return new Completed(
        "old",
        "Old",
        "/old",
        "run",
        Phase.COMPLETED,
        null,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        Totals.NONE,
        null,
        "mobile_app",
        List.of(new RoleRun(role, "claude", 1, 3, true, 0)));
  }

  private TeamTypes types() {
    return TeamTypes.load(folders, Optional.empty(), new Teams());
  }

  private static TeamWish wish(String plan) {
    return new TeamWish(null, null, plan, null, null, 0, false, null, false, false);
  }

  private static TeamWish typed(String type) {
    return new TeamWish(type, null, null, null, null, 0, false, null, false, false);
  }

  private static TeamWish sized(String size, String most) {
    return new TeamWish(
        "web_application",
        size,
        null,
        null,
        null,
        0,
        false,
        null,
        false,
        false,
        most,
        null,
        null,
        false);
  }

  private static TeamWish inPhase(String plan, String phase) {
    return new TeamWish(
        null, null, plan, null, null, 0, false, null, false, false, null, phase, null, false);
  }

  private static TeamWish workflow(String name) {
    return new TeamWish(
        null, null, null, null, null, 0, false, null, false, false, null, null, name, false);
  }

  private static List<String> names(TeamPlan plan) {
    return plan.team().roles().stream().map(Role::name).toList();
  }

  private static List<String> waitsFor(TeamPlan plan, String role) {
    return plan.team().role(role).orElseThrow().waitsFor();
  }

  private static String why(TeamPlan plan, String role) {
    return plan.choices().stream()
        .filter(choice -> choice.role().equals(role))
        .map(RoleChoice::why)
        .findFirst()
        .orElse("never thought of");
  }

  private TeamPlan plan(TeamWish wish) {
    return plan(wish, RoleRecords.NONE);
  }

  private TeamPlan plan(TeamWish wish, RoleRecords records) {
    return SampleTrees.planner(RoleLibrary.bundled(), folders)
        .plan(
            new TeamQuestion(
                ProjectTree.of(project),
                Optional.empty(),
                wish,
                role -> Program.of("claude"),
                records));
  }
}
