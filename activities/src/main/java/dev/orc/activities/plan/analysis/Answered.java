package dev.orc.activities.plan.analysis;

import dev.orc.activities.plan.analysis.PlanAnswer.Chosen;
import dev.orc.activities.plan.analysis.PlanAnswer.Stage;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an answer into a plan; what a person asked for stays as it was. Stateless. */
final class Answered {
  private Answered() {}

  /**
   * @param before the plan without the analysis
   * @param how one line that says who planned
   */
  static TeamPlan plan(
      TeamPlan before, PlanAnswer answer, TeamChoices choices, Task task, String how) {
    boolean typeGiven = task == Task.REFINE || choices.wish().type() != null;
    boolean sizeGiven = choices.wish().size() != null;
    String type = typeGiven ? before.type() : answer.type();
    Team team = choices.team().apply(type, answer.names());
    return new TeamPlan(
        type,
        before.confidence(),
        typeGiven || type.equals(before.type()) ? before.typeReasons() : List.of(how),
        sizeGiven ? before.size() : answer.size(),
        sizeGiven || answer.size().equals(before.size()) ? before.sizeReason() : how,
        before.plan(),
        before.most(),
        "analysis",
        choices(before, answer, task),
        notes(before, answer, task, how),
        choices.wish().phased() ? phased(team, answer.phases()) : team);
  }

  private static List<RoleChoice> choices(TeamPlan before, PlanAnswer answer, Task task) {
    List<RoleChoice> choices = new ArrayList<>();
    for (Chosen chosen : answer.roles()) {
      choices.add(new RoleChoice(chosen.role(), true, chosen.why()));
    }
    for (RoleChoice choice : before.choices()) {
      if (!answer.names().contains(choice.role())) {
        String why =
            choice.taken()
                ? answer.whyLeftOut(choice.role()).orElse("the " + task.noun() + " does without it")
                : choice.why();
        choices.add(new RoleChoice(choice.role(), false, why));
      }
    }
    return choices;
  }

  private static List<String> notes(TeamPlan before, PlanAnswer answer, Task task, String how) {
    List<String> notes = new ArrayList<>(before.notes());
    notes.add(task == Task.REFINE ? how + ": " + changes(before, answer) : how);
    for (int i = 0; i < answer.phases().size(); i++) {
      Stage phase = answer.phases().get(i);
      String who = String.join(", ", phase.roles());
      notes.add("phase " + (i + 1) + ", " + phase.name() + ": " + who + ": " + phase.goal());
    }
    answer.risks().forEach(risk -> notes.add("risk: " + risk));
    return notes;
  }

  /** Who came and who went, each with the reason. */
  private static String changes(TeamPlan before, PlanAnswer answer) {
    List<String> were =
        before.choices().stream().filter(RoleChoice::taken).map(RoleChoice::role).toList();
    Stream<String> came =
        answer.roles().stream()
            .filter(chosen -> !were.contains(chosen.role()))
            .map(chosen -> "adds " + chosen.role() + " (" + chosen.why() + ")");
    Stream<String> went =
        were.stream()
            .filter(role -> !answer.names().contains(role))
            .map(role -> "takes out " + role + " (" + reason(answer, role) + ")");
    String changes = Stream.concat(came, went).collect(Collectors.joining("; "));
    return changes.isEmpty() ? "it changes nothing" : changes;
  }

  private static String reason(PlanAnswer answer, String role) {
    return answer.whyLeftOut(role).orElse("it does not say why");
  }

  /** Each phase's roles start after those of the phase before; whoever leads starts at once. */
  private static Team phased(Team team, List<Stage> phases) {
    Map<String, List<String>> after = new HashMap<>();
    List<String> earlier = List.of();
    for (Stage phase : phases) {
      List<String> followers = phase.roles().stream().filter(role -> !leads(team, role)).toList();
      for (String role : followers) {
        after.put(role, earlier);
      }
      earlier = followers.isEmpty() ? earlier : followers;
    }
    return new Team(
        team.type(),
        team.roles().stream()
            .map(
                role ->
                    after.containsKey(role.name())
                        ? role.startingAfter(after.get(role.name()))
                        : role)
            .toList());
  }

  private static boolean leads(Team team, String role) {
    return team.role(role).filter(Role::leads).isPresent();
  }
}
