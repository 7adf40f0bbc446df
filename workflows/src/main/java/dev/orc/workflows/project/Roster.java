package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.policy.PhaseRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agents of the orchestration, in the order of the team. Workflow threads only. */
@Carried
final class Roster {
  private String teamType;
  private List<Agent> agents = new ArrayList<>();

  /**
   * @param former what the host shows of their lives in an orchestration that is gone
   */
  Roster(Team team, List<FormerLife> former, Instant now) {
    teamType = team.type();
    team.roles().forEach(role -> add(role, now));
    former.forEach(life -> find(life.role()).ifPresent(agent -> agent.comesAfter(life)));
  }

  @SuppressWarnings("unused") // for Jackson
  private Roster() {}

  /** Adds a role, or takes one back into the team that had been removed. */
  void add(Role role, Instant now) {
    Agent agent = new Agent(role, now);
    agents.removeIf(
        former -> {
          boolean same = former.name().equals(role.name());
          if (same) {
            agent.comesAfter(former);
          }
          return same;
        });
    agents.add(agent);
  }

  /** Everybody who belongs to the team now. */
  List<Agent> agents() {
    return agents.stream().filter(Agent::inTeam).toList();
  }

  /** Everybody, the removed included. */
  List<Agent> all() {
    return List.copyOf(agents);
  }

  Optional<Agent> find(String role) {
    return agents.stream().filter(agent -> agent.inTeam() && agent.name().equals(role)).findFirst();
  }

  Optional<Agent> lead() {
    return agents.stream().filter(agent -> agent.inTeam() && agent.role().leads()).findFirst();
  }

  /** The team as it is now. */
  Team team() {
    return new Team(teamType, agents().stream().map(Agent::role).toList());
  }

  List<Agent> launched() {
    return agents.stream().filter(agent -> agent.life().launched()).toList();
  }

  /** Whether everybody who has still work to do waits for a usage limit to end. */
  boolean allLimited() {
    List<Agent> working =
        launched().stream().filter(agent -> !agent.done() || agent.role().leads()).toList();
    return !working.isEmpty()
        && working.stream().allMatch(agent -> agent.life() instanceof Life.Limited);
  }

  /** The agents that must be done before this one starts, and are not. */
  List<Agent> startsAfter(Agent agent) {
    return PhaseRules.grounds(team(), agent.role()).stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .filter(ground -> !ground.done())
        .toList();
  }

  /** The agents that hand their work over to this one: those it starts after that are done. */
  List<Agent> handOverTo(Agent agent) {
    return agent.role().startsAfter().stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .filter(ground -> ground != agent && ground.done() && ground.handover() != null)
        .toList();
  }

  /** Those of later phases that have not started, and whom each waits for. */
  Map<String, List<String>> unstarted() {
    Map<String, List<String>> unstarted = new LinkedHashMap<>();
    agents().stream()
        .filter(agent -> agent.life() instanceof Life.Later && !agent.done())
        .forEach(
            agent ->
                unstarted.put(agent.name(), startsAfter(agent).stream().map(Agent::name).toList()));
    return unstarted;
  }

  /** Whether the roles that this one stands on are all done. */
  boolean groundsDone(Agent agent) {
    return agent.role().waitsFor().stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .allMatch(Agent::done);
  }

  int commits() {
    return agents.stream().mapToInt(agent -> agent.trail().commits()).sum();
  }
}
