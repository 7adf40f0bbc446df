package dev.orc.activities.plan.analysis;

import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Optional;

/** A small library of a test's own, and a plan made from it. */
final class CastingForTests {
  static final List<String> ROLES =
      List.of("orchestrator", "project-manager", "developer", "tester", "researcher");
  static final List<String> TYPES = List.of("code_project", "web_application");

  private CastingForTests() {}

  static TeamChoices choices(TeamWish wish) {
    return new TeamChoices(
        "shop",
        wish,
        TYPES,
        ROLES,
        role ->
            Optional.of(role.replaceAll("-\\d$", "")).filter(ROLES::contains).map(r -> "does " + r),
        "orchestrator"::equals,
        CastingForTests::team);
  }

  static Team team(String type, List<String> names) {
    return new Team(
        type,
        names.stream()
            .map(
                name ->
                    new Role(
                        name,
                        "does " + name,
                        name.equals("orchestrator"),
                        30,
                        "feature/",
                        List.of(),
                        List.of(),
                        Program.of("claude")))
            .toList());
  }

  static TeamPlan plan() {
    List<String> names = List.of("orchestrator", "developer", "tester");
    return new TeamPlan(
        "code_project",
        0.6,
        List.of("a source tree"),
        "small",
        "few files",
        "max5",
        4,
        "planner",
        names.stream().map(name -> new RoleChoice(name, true, "core")).toList(),
        List.of("a note from before"),
        team("code_project", names));
  }

  /** The wish for later roles to start later. */
  static TeamWish phased() {
    return new TeamWish(null, null, null, List.of(), List.of(), 0, true, null, true, false);
  }

  /** An answer that nothing is wrong with. */
  static String fine() {
    return "{\"type\":\"web_application\",\"size\":\"medium\",\"phases\":["
        + "{\"name\":\"look\",\"roles\":[\"orchestrator\",\"researcher\"],\"goal\":\"know\"},"
        + "{\"name\":\"build\",\"roles\":[\"developer\"],\"goal\":\"it runs\"},"
        + "{\"name\":\"prove\",\"roles\":[\"tester\"],\"goal\":\"it is right\"}],"
        + "\"roles\":[{\"role\":\"orchestrator\",\"why\":\"leads\"},"
        + "{\"role\":\"researcher\",\"why\":\"the domain is new\"},"
        + "{\"role\":\"developer\",\"why\":\"builds\"},{\"role\":\"tester\",\"why\":\"proves\"}],"
        + "\"risks\":[\"the payment service\"]}";
  }
}
