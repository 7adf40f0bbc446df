package dev.orc.worker.api;

import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;

/**
 * Puts what is true now over what the workflow believes, where history does not hold it: whether an
 * agent is ready or busy, its last output, its commits. Pure.
 */
final class LiveView {
  private LiveView() {}

  static ProjectStatus merge(ProjectStatus believed, HostView view) {
    return new ProjectStatus(
        believed.project(),
        believed.title(),
        believed.host(),
        believed.directory(),
        believed.branch(),
        believed.session(),
        believed.phase(),
        believed.conditions(),
        believed.reason(),
        believed.startedAt(),
        believed.phaseSince(),
        believed.endedAt(),
        believed.agents().stream()
            .map(agent -> view.of(agent.role()).map(seen -> merge(agent, seen)).orElse(agent))
            .toList(),
        believed.needs(),
        believed.authorizations(),
        believed.nextCheckIn(),
        believed.totals());
  }

  private static AgentStatus merge(AgentStatus agent, Sighting seen) {
    if (seen.incarnation() != agent.incarnation()) {
      return agent;
    }
    boolean live = agent.state() != null && agent.state().atWork() && working(seen.condition());
    boolean newer = live && !agent.state().equals(state(seen.condition()));
    return new AgentStatus(
        agent.role(),
        agent.leads(),
        agent.driver(),
        newer ? state(seen.condition()) : agent.state(),
        live && seen.since() != null ? seen.since() : agent.since(),
        agent.detail(),
        agent.incarnation(),
        agent.restarts(),
        agent.waiting(),
        agent.delivered(),
        Math.max(agent.commits(), seen.commits()),
        later(agent.committedAt(), seen.committedAt()),
        agent.reportedAt(),
        agent.lastReport(),
        later(agent.outputAt(), seen.outputAt()),
        agent.resetsAt(),
        agent.worktree(),
        agent.branch(),
        agent.window() == null ? seen.window() : agent.window(),
        agent.pane() == null ? seen.pane() : agent.pane());
  }

  private static boolean working(Condition condition) {
    return condition == Condition.READY || condition == Condition.BUSY;
  }

  private static AgentState state(Condition condition) {
    return condition == Condition.READY ? AgentState.READY : AgentState.BUSY;
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
