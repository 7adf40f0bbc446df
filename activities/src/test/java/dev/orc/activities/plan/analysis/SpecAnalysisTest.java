package dev.orc.activities.plan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.json.HostJson;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path with the scripted agent as a real program. */
class SpecAnalysisTest {
  private static final String FINE = CastingForTests.fine().replace("\"", "\\\"");
  private static final TeamPlan BEFORE = CastingForTests.plan();

  @TempDir Path home;
  private HostFolders folders;
  private Path root;
  private Path playbook;

  @BeforeEach
  void prepare() throws IOException {
    folders = HostFolders.of(Map.of("ORC_HOME", home.resolve("orc").toString()));
    root = Files.createDirectories(home.resolve("shop"));
    playbook = home.resolve("answers.play");
    Files.writeString(root.resolve("package.json"), "{}");
    Files.writeString(root.resolve("spec.md"), "GOAL: a shop with 100% of {{all}} $HOME %s\n");
    Path drivers = Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(
        drivers.resolve("scripted.yaml"),
        "name: scripted\nextends: scripted\nheadless: { arguments: [--headless, --playbook, '"
            + playbook
            + "'] }\n");
  }

  @Test
  void threeTiersNeedAManager() throws IOException {
    TeamWish tiers = new TeamWish(null, null, null, null, null, 3, false, null, true, false);
    answers("on anything", "  say \"" + FINE + "\"");
    assertThat(analyzed(tiers, "").notes())
        .anyMatch(note -> note.contains("'roles' leaves out project-manager"));
    answers("on anything", "  say \"" + FINE.replace("researcher", "project-manager") + "\"");
    assertThat(analyzed(tiers, "").source()).isEqualTo("analysis");
  }

  @Test
  void aFineAnswerBecomesThePlan() throws IOException {
    answers("on anything", "  say \"```json\\n" + FINE + "\\n```\"");
    TeamPlan plan = analyzed(TeamWish.NONE, "");
    assertThat(plan.source()).isEqualTo("analysis");
    assertThat(List.of(plan.type(), plan.size(), plan.plan()))
        .containsExactly("web_application", "medium", "max5");
    assertThat(plan.team().roles())
        .extracting(Role::name)
        .containsExactly("orchestrator", "researcher", "developer", "tester");
    assertThat(plan.team().roles()).allSatisfy(role -> assertThat(role.startsAfter()).isEmpty());
    assertThat(plan.choices()).contains(new RoleChoice("researcher", true, "the domain is new"));
    assertThat(plan.notes())
        .containsExactly(
            "a note from before",
            "analysis by scripted",
            "phase 1, look: orchestrator, researcher: know",
            "phase 2, build: developer: it runs",
            "phase 3, prove: tester: it is right",
            "risk: the payment service");
  }

  @Test
  void theNextTryIsToldWhatWasWrong() throws IOException {
    answers(
        "on \"try 2 of 3*no role of 'roles' leads*'size' must be one of\" \"'size' must be one of*no role of 'roles' leads\"",
        "  say \"" + FINE + "\"",
        "on anything",
        "  say \""
            + FINE.replace("medium", "huge").replace("orchestrator", "project-manager")
            + "\"");
    TeamPlan plan = analyzed(TeamWish.NONE, "");
    assertThat(plan.source()).isEqualTo("analysis");
    assertThat(plan.notes()).contains("analysis by scripted, in try 2");
    assertThat(tries()).hasSize(2);
    assertThat(tries().get(0).at("/faults").toString()).contains("huge");
    assertThat(tries().get(1).at("/faults")).isEmpty();
  }

  @Test
  void threeFailuresLeaveThePlanThatWasThere() throws IOException {
    answers("on anything", "  say \"I would rather not.\"");
    TeamPlan plan = analyzed(TeamWish.NONE, "");
    assertThat(plan).usingRecursiveComparison().ignoringFields("notes").isEqualTo(BEFORE);
    assertThat(plan.notes())
        .containsExactly(
            "a note from before",
            "the analysis by scripted was not used: 3 tries failed, the last: there is no JSON"
                + " object in it");
    assertThat(tries()).hasSize(3);
  }

  @Test
  void aCrashIsTriedAgainAndSaysItsLastWords() throws IOException {
    answers("on \"it ended with 7\"", "  say \"" + FINE + "\"", "on anything", "  exit 7");
    assertThat(analyzed(TeamWish.NONE, "").notes()).contains("analysis by scripted, in try 2");
  }

  @Test
  void whyItFailedIsReadOutOfItsJson() throws IOException {
    Files.writeString(
        folders.config().resolve("drivers/json.yaml"),
        "name: json\nextends: opencode\ncommand: [sh]\nheadless: { answer: /result, arguments: [-c,"
            + " 'echo ''{\"result\":\"You have hit your limit\"}''; exit 1'] }\n");
    TeamPlan plan =
        analysis(TeamWish.NONE, "analysis: {tries: 1}\n").analyzed(BEFORE, spec(), root, "json");
    assertThat(plan.notes().get(1)).endsWith("it ended with 1: You have hit your limit");
  }

  @Test
  void oneThatIsTooSlowIsEndedWithItsWholeFamily() throws IOException {
    Path child = home.resolve("child");
    answers("on anything", "  run sh -c \"echo $$ > '" + child + "'; exec sleep 600\"");
    TeamPlan plan = analyzed(TeamWish.NONE, "analysis: {within: 1500ms, tries: 1}\n");
    assertThat(plan.notes())
        .contains("the analysis by scripted was not used: it did not answer within 1.5s");
    assertThat(endsSoon(Files.readString(child).strip())).isTrue();
  }

  @Test
  void itThinksInAnEmptyFolderThatIsGoneAfterwards() throws IOException {
    Path seen = home.resolve("seen");
    answers(
        "on anything",
        "  run sh -c \"pwd > '"
            + seen
            + "'; ls -A >> '"
            + seen
            + "'; env | grep -c '^ORC_ROLE' >> '"
            + seen
            + "'; echo $LEVEL >> '"
            + seen
            + "'\"",
        "  write left-over.txt x",
        "  say \"" + FINE + "\"");
    analyzed(TeamWish.NONE, "environment: {LEVEL: high}\n");
    List<String> lines = Files.readAllLines(seen);
    assertThat(Path.of(lines.get(0))).startsWithRaw(folders.cache()).doesNotExist();
    assertThat(lines.subList(1, lines.size())).containsExactly("0", "high");
    assertThat(root.toFile().list()).containsExactlyInAnyOrder("package.json", "spec.md");
  }

  @Test
  void phasesBecomeStartsWhereThatIsWanted() throws IOException {
    answers("on anything", "  say \"" + FINE + "\"");
    TeamPlan plan = analyzed(CastingForTests.phased(), "");
    assertThat(plan.team().roles())
        .extracting(Role::startsAfter)
        .containsExactly(List.of(), List.of(), List.of("researcher"), List.of("developer"));
  }

  @Test
  void whatAPersonGaveStays() throws IOException {
    answers("on \"type is given: code_project*size is given: small\"", "  say \"" + FINE + "\"");
    TeamWish wish =
        new TeamWish(
            "code_project", "small", null, List.of(), List.of(), 0, false, null, true, false);
    TeamPlan plan = analyzed(wish, "");
    assertThat(plan.source()).isEqualTo("analysis");
    assertThat(plan.type()).isEqualTo("code_project");
    assertThat(plan.team().type()).isEqualTo("code_project");
    assertThat(plan.size()).isEqualTo("small");
    assertThat(plan.typeReasons()).containsExactly("a source tree");
  }

  @Test
  void aReviewKeepsTheTypeAndSaysWhoIsLeftOut() throws IOException {
    String without =
        FINE.replaceAll(",\\{\\\\\"name\\\\\":\\\\\"prove.*?right\\\\\"}", "")
            .replaceAll(",\\{\\\\\"role\\\\\":\\\\\"tester.*?proves\\\\\"}", "");
    answers("on \"you review the team*developer: core\"", "  say \"" + without + "\"");
    TeamPlan plan =
        analysis(TeamWish.NONE, "").refined(BEFORE, Optional.of(spec()), root, "scripted");
    assertThat(plan.notes())
        .anyMatch(note -> note.endsWith("; takes out tester (it does not say why)"));
    assertThat(plan.type()).isEqualTo("code_project");
    assertThat(plan.choices())
        .contains(new RoleChoice("tester", false, "the review does without it"));
    assertThat(plan.team().role("tester")).isEmpty();
  }

  @Test
  void aReviewMayChangeTheRolesThatWereNamedAndSaysWhy() throws IOException {
    Path prompt = home.resolve("prompt");
    Files.writeString(
        folders.config().resolve("drivers/tee.yaml"),
        "name: tee\nextends: opencode\ncommand: [tee, '" + prompt + "']\nheadless: {}\n");
    TeamWish named = TeamWish.of(List.of("orchestrator", "developer", "tester"));
    analysis(named, "analysis: {tries: 1}\n").refined(BEFORE, Optional.empty(), root, "tee");
    assertThat(prompt)
        .content()
        .contains("There is none: go by the files.", "2 files: 1 .json, 1 .md", "left_out")
        .doesNotContain("exactly these roles");

    ObjectNode answer = (ObjectNode) HostJson.MAPPER.readTree(CastingForTests.fine());
    answer.set("roles", without(answer.get("roles"), "/role", "tester"));
    answer.set("phases", without(answer.get("phases"), "/name", "prove"));
    answer
        .putArray("left_out")
        .addObject()
        .put("role", "tester")
        .put("why", "there is nothing to test");
    answers("on anything", "  say \"" + answer.toString().replace("\"", "\\\"") + "\"");
    TeamPlan plan = analysis(named, "").refined(BEFORE, Optional.empty(), root, "scripted");
    assertThat(plan.notes())
        .contains(
            "review by scripted: adds researcher (the domain is new); takes out tester (there is"
                + " nothing to test)");
    assertThat(plan.choices())
        .contains(new RoleChoice("tester", false, "there is nothing to test"));
  }

  private static ArrayNode without(JsonNode list, String key, String value) {
    ArrayNode kept = HostJson.MAPPER.createArrayNode();
    list.forEach(
        one -> {
          if (!one.at(key).asText().equals(value)) {
            kept.add(one);
          }
        });
    return kept;
  }

  @Test
  void aProgramThatCanNotBeUsedIsNotTried() throws IOException {
    Files.writeString(
        folders.config().resolve("drivers/none.yaml"),
        "name: none\nextends: opencode\ncommand: [no-such-program-here]\n");
    TeamPlan plan = analysis(TeamWish.NONE, "").analyzed(BEFORE, spec(), root, "none");
    assertThat(plan.notes().get(1))
        .contains("was not used: no-such-program-here is not on the PATH");
    assertThat(folders.project("shop").resolve("analysis")).doesNotExist();
  }

  @Test
  void aTryIsKeptForItsOwnerAloneWithoutPromptAndSecrets() throws IOException {
    answers("on anything", "  say \"the key is s3cret-value " + "z".repeat(5_000) + "\"");
    analyzed(TeamWish.NONE, "environment: {API_KEY: s3cret-value}\nanalysis: {tries: 1}\n");
    JsonNode kept = tries().get(0);
    assertThat(kept.at("/answer").asText()).startsWith("the key is *** zz").hasSize(4_097);
    assertThat(kept.at("/prompt").asText()).matches("sha-256 [0-9a-f]{64}");
    assertThat(kept.at("/number").asInt()).isEqualTo(1);
    try (Stream<Path> files = Files.list(folders.project("shop").resolve("analysis"))) {
      Path file = files.findFirst().orElseThrow();
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      assertThat(file).content().doesNotContain("s3cret", "a shop with");
    }
  }

  @Test
  void thePromptHoldsSpecTreeRolesRulesAndSchema() throws IOException {
    Path prompt = home.resolve("prompt");
    Files.writeString(
        folders.config().resolve("drivers/tee.yaml"),
        "name: tee\nextends: opencode\ncommand: [tee, '" + prompt + "']\nheadless: {}\n");
    analysis(TeamWish.NONE, "analysis: {tries: 1}\n").analyzed(BEFORE, spec(), root, "tee");
    assertThat(prompt)
        .content()
        .contains("GOAL: a shop with 100% of {{all}} $HOME %s")
        .contains("2 files: 1 .json, 1 .md\nIn its root: package.json, spec.md")
        .contains("- developer: does developer")
        .contains("at most 4 roles")
        .contains("\"maxItems\" : 4")
        .doesNotContain("This is try");
  }

  @Test
  void aProjectThatIsYetToBeMadeCanBePlanned() throws IOException {
    answers("on \"yet to be made\"", "  say \"" + FINE + "\"");
    Path none = home.resolve("new");
    TeamPlan plan = analysis(TeamWish.NONE, "").analyzed(BEFORE, spec(), none, "scripted");
    assertThat(plan.source()).isEqualTo("analysis");
  }

  @Test
  void aSpecTooLongForAnArgumentIsCutAtACharacter() throws IOException {
    Files.writeString(root.resolve("spec.md"), "GOAL: " + "ü".repeat(100_000));
    Path said = home.resolve("said");
    Files.writeString(
        folders.config().resolve("drivers/arg.yaml"),
        "name: arg\nextends: opencode\ncommand: [sh]\nheadless: { prompt: argument, arguments: [-c,"
            + " 'printf %s \"$1\" > \"$2\"', sh], after: ['"
            + said
            + "'] }\n");
    analysis(TeamWish.NONE, "analysis: {tries: 1}\n").analyzed(BEFORE, spec(), root, "arg");
    assertThat(said).content().contains("üü\n[here ").doesNotContain("\uFFFD");
  }

  private TeamPlan analyzed(TeamWish wish, String config) throws IOException {
    return analysis(wish, config).analyzed(BEFORE, spec(), root, "scripted");
  }

  private SpecAnalysis analysis(TeamWish wish, String config) throws IOException {
    Files.createDirectories(folders.config());
    Files.writeString(folders.config().resolve("config.yaml"), config);
    return new SpecAnalysis(
        Drivers.load(folders), folders, Config.load(folders), CastingForTests.choices(wish));
  }

  private SpecDocument spec() {
    return new SpecReader().read(root.resolve("spec.md"));
  }

  private void answers(String... lines) throws IOException {
    Files.writeString(playbook, String.join("\n", lines) + "\n");
  }

  private List<JsonNode> tries() throws IOException {
    try (Stream<Path> files = Files.list(folders.project("shop").resolve("analysis"))) {
      return files
          .sorted(Comparator.comparing(SpecAnalysisTest::number))
          .map(SpecAnalysisTest::read)
          .toList();
    }
  }

  private static String number(Path file) {
    return file.toString().replaceAll(".*-(\\d+)\\.json", "$1");
  }

  private static JsonNode read(Path file) {
    try {
      return HostJson.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsSoon(String pid) {
    return ProcessHandle.of(Long.parseLong(pid))
        .map(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join())
        .map(handle -> !handle.isAlive())
        .orElse(true);
  }
}
