package dev.orc.activities.plan.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.json.HostJson;
import dev.orc.workflows.model.TeamWish;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final String FINE = CastingForTests.fine();

  static Stream<Arguments> malformed() {
    String longText = "x".repeat(301);
    return Stream.of(
        bad("  \n", "it is empty"),
        bad("I would take a developer and a tester.", "there is no JSON object in it"),
        bad("Set {the roles} as you like.", "its JSON is broken in line 1"),
        bad("Here:\n" + FINE.replace("\"size\":", "\"size\" "), "its JSON is broken in line 2"),
        bad(FINE.substring(0, FINE.length() - 30), "its JSON is broken in line 1"),
        bad("[" + role("developer", "x") + "]", "it is a list; give one JSON object"),
        bad(FINE + FINE.replace("medium", "large"), "it holds 2 JSON objects that differ"),
        bad("x".repeat(200_001), "it is longer than 200,000 characters"),
        bad(
            FINE.replace("\"size\":\"medium\"", "\"size\":\"small\",\"size\":\"large\""),
            "Duplicate field 'size'"),
        bad(FINE.replace("\"size\":\"medium\",", ""), "'size' is missing"),
        bad(FINE.replace("medium", "huge"), "'size' must be one of small, medium, large"),
        bad(FINE.replace("web_application", "game"), "'type' must be one of code_project"),
        bad(FINE.replace("\"web_application\"", "7"), "'type' must be a text, and is a number"),
        bad(FINE.replace("\"risks\":", "\"dangers\":"), "unknown key 'dangers'; the keys are type"),
        bad(FINE.replace("\"risks\":", "\"dangers\":"), "'risks' is missing"),
        bad(withRoles("\"developer\""), "'roles[1]' must be an object with role, why"),
        bad(withRoles(role("orchestrator", "x") + "," + role("wizard", "x")), "no role 'wizard'"),
        bad(withRoles(role("develloper", "x")), "did you mean developer?"),
        bad(withRoles(role("developer", "x")), "no role of 'roles' leads; take orchestrator"),
        bad(
            withRoles(role("tester", "") + "," + role("orchestrator", "x")),
            "'roles[1].why' is empty"),
        bad(withRoles(role("orchestrator", longText)), "'roles[1].why' has 301 characters; 300"),
        bad(
            withRoles(role("tester", "x") + "," + role("tester", "x")),
            "call a second one tester-2"),
        bad(withRoles(""), "'roles' names no role"),
        bad(
            FINE.replace("\"roles\":[{", "\"roles\":\"all\",\"x\":[{"),
            "'roles' must be a list, and is a text"),
        bad(
            FINE.replace("{\"role\":\"tester\",\"why\":\"proves\"}", tester(1) + "," + tester(2)),
            "'roles' has 5 entries; 4 at most"),
        bad(
            FINE.replace("[\"tester\"]", "[\"project-manager\"]"),
            "project-manager is not among 'roles'"),
        bad(
            FINE.replace("[\"tester\"]", "[\"developer\"]"),
            "'phases[3].roles': developer is in a phase already"),
        bad(FINE.replace("[\"tester\"]", "[]"), "'phases[3].roles' names no role"),
        bad(
            FINE.replace("\"it runs\"", "\"" + longText + "\""),
            "'phases[2].goal' has 301 characters"),
        bad(
            FINE.replace("\"name\":\"look\"", "\"name\":null"),
            "'phases[1].name' must be a text, and is a null"),
        bad(
            FINE.replace("\"the payment service\"", "{}"),
            "'risks[1]' must be a text, and is an object"),
        bad(
            FINE.replace(
                "[\"the payment service\"]",
                HostJson.line(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"))),
            "'risks' has 11 entries; 10 at most"));
  }

  private static Arguments bad(String answer, String told) {
    return Arguments.of(answer, told);
  }

  private static String role(String name, String why) {
    return "{\"role\":\"" + name + "\",\"why\":\"" + why + "\"}";
  }

  private static String tester(int number) {
    return role(number == 1 ? "tester" : "tester-" + number, "proves");
  }

  private static String withRoles(String roles) {
    return FINE.replaceFirst("\"roles\":\\[\\{.*?}],", "\"roles\":[" + roles + "],");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void saysWhatIsWrongForTheNextTry(String answer, String told) {
    assertThat(faults(answer)).anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @Test
  void saysAllThatIsWrongAtOnceButNotMoreThanADozen() {
    assertThat(faults(FINE.replace("medium", "huge").replace("developer", "wizard")))
        .hasSizeGreaterThan(1);
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      keys.append("\"k").append(i).append("\":1,");
    }
    assertThat(faults(FINE.replaceFirst("\\{", "{" + keys))).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "Here is the plan:\n\n```json\n%s\n```\nI hope that {it} helps.",
        "```\n%s\n```",
        "I looked at {this: and that}. Then:\n%s",
        "Like {\"role\": \"x\", \"why\": \"y\"}, but whole: %s",
        "%1$s\n\nAgain:\n%1$s",
      })
  void isCutOutOfFencesAndWords(String around) throws Unfit {
    PlanAnswer answer = read(around.formatted(FINE));
    assertThat(answer.names()).containsExactly("orchestrator", "researcher", "developer", "tester");
    assertThat(answer.phases())
        .extracting(PlanAnswer.Stage::name)
        .containsExactly("look", "build", "prove");
    assertThat(answer.risks()).containsExactly("the payment service");
  }

  @Test
  void aSecondOneOfARoleAndNoPhasesAreRight() throws Unfit {
    String answer =
        "{\"type\":\"code_project\",\"size\":\"small\",\"phases\":[],\"risks\":[],\"roles\":["
            + String.join(
                ",", role("orchestrator", "a"), role("developer", "b"), role("developer-2", "c"))
            + "]}";
    assertThat(read(answer).names()).containsExactly("orchestrator", "developer", "developer-2");
  }

  @Test
  void whatAPersonAskedForMustBeThere() {
    TeamWish wish =
        new TeamWish(
            null, null, null, List.of(), List.of("Project_Manager"), 0, false, null, true, false);
    assertThatThrownBy(
            () -> AnswerCheck.read(FINE, CastingForTests.choices(wish), asked(wish), Task.ANALYZE))
        .hasMessageContaining("'roles' leaves out project-manager, which is asked for");
  }

  @Test
  void noOthersThanThoseThatAPersonNamed() throws Unfit {
    TeamWish wish = TeamWish.of(List.of("Orchestrator", "developer", "developer-2"));
    assertThatThrownBy(
            () -> AnswerCheck.read(FINE, CastingForTests.choices(wish), asked(wish), Task.ANALYZE))
        .hasMessage("'roles' must be exactly orchestrator, developer, developer-2");
    TeamWish five =
        TeamWish.of(List.of("developer", "developer-2", "developer-3", "developer-4", "tester"));
    String answer =
        "{\"type\":\"code_project\",\"size\":\"small\",\"phases\":[],\"risks\":[],\"roles\":["
            + String.join(",", five.roles().stream().map(name -> role(name, "x")).toList())
            + "]}";
    assertThat(
            AnswerCheck.read(answer, CastingForTests.choices(five), asked(five), Task.ANALYZE)
                .names())
        .as("more than the plan carries, and nobody leads: a person said so")
        .hasSize(5);
  }

  @Test
  void foreignTextInAFaultIsOneCleanShortLine() {
    String nasty = "wiz\\u001b[2Jard\\n" + "y".repeat(40);
    assertThat(faults(FINE.replace("\"role\":\"tester\"", "\"role\":\"" + nasty + "\"")))
        .allSatisfy(fault -> assertThat(fault).doesNotContain("\u001b", "\n").hasSizeLessThan(200));
  }

  @Test
  void theSchemaSaysTheSameAsTheCheck() throws IOException {
    JsonNode schema =
        HostJson.MAPPER.readTree(AnswerRules.schema(CastingForTests.TYPES, 4, Task.ANALYZE));
    assertThat(schema.at("/properties/size/enum").toString()).contains("enterprise");
    assertThat(schema.at("/properties/type/enum/1").asText()).isEqualTo("web_application");
    assertThat(schema.at("/properties/roles/maxItems").asInt()).isEqualTo(4);
    assertThat(schema.at("/properties/roles/items/properties/why/maxLength").asInt())
        .isEqualTo(300);
    assertThat(schema.at("/required").size()).isEqualTo(5);
    assertThat(schema.at("/properties/phases/items/additionalProperties").asBoolean(true))
        .isFalse();
  }

  private static List<String> faults(String answer) {
    try {
      read(answer);
      return List.of();
    } catch (Unfit unfit) {
      return unfit.faults();
    }
  }

  private static PlanConditions asked(TeamWish wish) {
    return PlanConditions.of(CastingForTests.plan(), wish, Task.ANALYZE);
  }

  private static PlanAnswer read(String answer) throws Unfit {
    return AnswerCheck.read(
        answer, CastingForTests.choices(TeamWish.NONE), asked(TeamWish.NONE), Task.ANALYZE);
  }
}
