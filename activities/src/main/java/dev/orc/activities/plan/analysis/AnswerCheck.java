package dev.orc.activities.plan.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.base.text.CleanText;
import dev.orc.base.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks one answer against the rules and the library. For one answer and one thread. */
final class AnswerCheck {
  private final TeamChoices choices;
  private final PlanConditions asked;
  private final Task task;
  private final JsonParts parts = new JsonParts();

  private AnswerCheck(TeamChoices choices, PlanConditions asked, Task task) {
    this.choices = choices;
    this.task = task;
    this.asked = asked;
  }

  /**
   * The answer that the text holds.
   *
   * @throws Unfit with all that is wrong with it
   */
  static PlanAnswer read(String text, TeamChoices choices, PlanConditions asked, Task task)
      throws Unfit {
    return new AnswerCheck(choices, asked, task).read(AnswerText.object(text));
  }

  private PlanAnswer read(ObjectNode object) throws Unfit {
    parts.keys(object, "", AnswerRules.known(task), AnswerRules.KEYS);
    String type = parts.oneOf(object, "type", choices.types());
    String size = parts.oneOf(object, "size", AnswerRules.SIZES);
    List<PlanAnswer.Chosen> roles = roles(object);
    List<PlanAnswer.Stage> phases = phases(object, roles);
    List<String> risks = risks(object);
    List<PlanAnswer.Chosen> leftOut = leftOut(object);
    if (!parts.faults().isEmpty()) {
      throw new Unfit(parts.faults());
    }
    return new PlanAnswer(type, size, phases, roles, leftOut, risks);
  }

  private List<PlanAnswer.Chosen> roles(ObjectNode object) {
    List<PlanAnswer.Chosen> roles = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    List<JsonNode> given = parts.list(object, "roles", "roles", asked.most());
    for (int i = 0; i < given.size(); i++) {
      String place = "roles[" + (i + 1) + "]";
      if (parts.keys(given.get(i), place, AnswerRules.KEYS_OF_A_ROLE)) {
        String name = parts.text(given.get(i), place, "role", AnswerRules.NAME_CHARACTERS);
        String why = parts.text(given.get(i), place, "why", AnswerRules.LINE_CHARACTERS);
        if (known(name, place + ".role") && fresh(names, name, place)) {
          roles.add(new PlanAnswer.Chosen(name, why));
        }
      }
    }
    if (given.isEmpty()) {
      nobody(object, "roles");
    } else {
      requireLead(names);
      requireWanted(names);
    }
    return roles;
  }

  private List<PlanAnswer.Chosen> leftOut(ObjectNode object) {
    String key = AnswerRules.LEFT_OUT;
    List<PlanAnswer.Chosen> leftOut = new ArrayList<>();
    List<JsonNode> given = parts.list(object, key, key, AnswerRules.MOST_LEFT_OUT);
    for (int i = 0; i < given.size(); i++) {
      String place = key + "[" + (i + 1) + "]";
      if (parts.keys(given.get(i), place, AnswerRules.KEYS_OF_A_ROLE)) {
        String name = parts.text(given.get(i), place, "role", AnswerRules.NAME_CHARACTERS);
        String why = parts.text(given.get(i), place, "why", AnswerRules.LINE_CHARACTERS);
        leftOut.add(new PlanAnswer.Chosen(name, why));
      }
    }
    return leftOut;
  }

  private void nobody(JsonNode node, String place) {
    if (node.path("roles").isArray() && node.path("roles").isEmpty()) {
      parts.fault("'" + place + "' names no role");
    }
  }

  private boolean known(String name, String place) {
    if (name == null || choices.duty().apply(name).isPresent()) {
      return name != null;
    }
    String shown = CleanText.oneLine(name, AnswerRules.NAME_CHARACTERS);
    parts.fault(
        "'"
            + place
            + "': there is no role '"
            + shown
            + "'"
            + Nearest.to(name, choices.roles()).map(n -> "; did you mean " + n + "?").orElse(""));
    return false;
  }

  private boolean fresh(Set<String> names, String name, String place) {
    if (names.add(name)) {
      return true;
    }
    parts.fault(
        "'" + place + ".role': " + name + " is named twice; call a second one " + name + "-2");
    return false;
  }

  private void requireLead(Set<String> names) {
    if (asked.exactly().isEmpty() && names.stream().noneMatch(choices.leads())) {
      List<String> leads = choices.roles().stream().filter(choices.leads()).toList();
      parts.fault("no role of 'roles' leads; take " + String.join(" or ", leads));
    }
  }

  private void requireWanted(Set<String> names) {
    if (!asked.exactly().isEmpty() && !names.equals(Set.copyOf(asked.exactly()))) {
      parts.fault("'roles' must be exactly " + String.join(", ", asked.exactly()));
      return;
    }
    asked.among().stream()
        .filter(wanted -> !names.contains(wanted))
        .forEach(wanted -> parts.fault("'roles' leaves out " + wanted + ", which is asked for"));
  }

  private List<PlanAnswer.Stage> phases(ObjectNode object, List<PlanAnswer.Chosen> chosen) {
    List<String> names = chosen.stream().map(PlanAnswer.Chosen::role).toList();
    Set<String> placed = new LinkedHashSet<>();
    List<PlanAnswer.Stage> phases = new ArrayList<>();
    List<JsonNode> given = parts.list(object, "phases", "phases", AnswerRules.MOST_PHASES);
    for (int i = 0; i < given.size(); i++) {
      String place = "phases[" + (i + 1) + "]";
      if (parts.keys(given.get(i), place, AnswerRules.KEYS_OF_A_PHASE)) {
        String name = parts.text(given.get(i), place, "name", AnswerRules.NAME_CHARACTERS);
        String goal = parts.text(given.get(i), place, "goal", AnswerRules.LINE_CHARACTERS);
        phases.add(new PlanAnswer.Stage(name, roles(given.get(i), place, names, placed), goal));
      }
    }
    return phases;
  }

  private List<String> roles(JsonNode phase, String place, List<String> names, Set<String> placed) {
    List<String> roles = new ArrayList<>();
    List<JsonNode> given = parts.list(phase, place + ".roles", "roles", asked.most());
    nobody(phase, place + ".roles");
    for (int i = 0; i < given.size(); i++) {
      String role = parts.text(given.get(i), place + ".roles[" + (i + 1) + "]", 60);
      if (role != null && !names.contains(role)) {
        parts.fault(
            "'" + place + ".roles': " + CleanText.oneLine(role, 60) + " is not among 'roles'");
      } else if (role != null && !placed.add(role)) {
        parts.fault("'" + place + ".roles': " + role + " is in a phase already");
      } else if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }

  private List<String> risks(ObjectNode object) {
    List<String> risks = new ArrayList<>();
    List<JsonNode> given = parts.list(object, "risks", "risks", AnswerRules.MOST_RISKS);
    for (int i = 0; i < given.size(); i++) {
      risks.add(parts.text(given.get(i), "risks[" + (i + 1) + "]", AnswerRules.LINE_CHARACTERS));
    }
    return risks;
  }
}
