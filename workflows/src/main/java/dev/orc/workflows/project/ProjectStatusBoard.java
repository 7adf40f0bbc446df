package dev.orc.workflows.project;

import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.LetterState;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The orchestration as a person wants to see it. Changes nothing. */
final class ProjectStatusBoard {
  private final ProjectContext context;

  ProjectStatusBoard(ProjectContext context) {
    this.context = context;
  }

  ProjectStatus status() {
    ProjectLifecycle lifecycle = context.lifecycle();
    return new ProjectStatus(
        context.project(),
        context.input().spec().title(),
        context.input().host(),
        lifecycle.repository() == null
            ? context.input().directory()
            : lifecycle.repository().directory(),
        lifecycle.repository() == null ? null : lifecycle.repository().branch(),
        lifecycle.session(),
        lifecycle.phase(),
        conditions(),
        lifecycle.ending() == null ? null : lifecycle.ending().reason(),
        lifecycle.startedAt(),
        lifecycle.phaseSince(),
        lifecycle.endedAt(),
        context.roster().agents().stream().map(this::agent).toList(),
        over() ? List.of() : context.state().needs().open(),
        over() ? List.of() : context.state().authorizations().all(),
        over() ? null : context.state().checkIns().first(),
        context.totals());
  }

  /** Markdown for Temporal's own web UI. */
  String details() {
    StringBuilder text = new StringBuilder();
    text.append("**").append(context.lifecycle().phase()).append("**");
    conditions().forEach(condition -> text.append(", ").append(condition));
    text.append(
        "\n\n| agent | state | life | inbox | commits |\n| --- | --- | --- | --- | --- |\n");
    for (Agent agent : context.roster().agents()) {
      text.append("| ").append(agent.name()).append(" | ").append(state(agent));
      text.append(" | ").append(agent.incarnation());
      text.append(" | ").append(context.mailroom().look(agent.name()).size());
      text.append(" | ").append(agent.trail().commits()).append(" |\n");
    }
    int needs = context.state().needs().open().size();
    return needs == 0
        ? text.toString()
        : text.append("\nneeds a person: ").append(needs).toString();
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    boolean working = context.lifecycle().phase() == Phase.WORKING;
    if (context.lifecycle().paused()) {
      conditions.add("paused");
    }
    if (working && context.roster().allLimited()) {
      conditions.add("waiting for credits");
    }
    if (working && context.state().reviewed().open() != null) {
      conditions.add("in review");
    }
    return conditions;
  }

  private AgentStatus agent(Agent agent) {
    Trail trail = agent.trail();
    Inbox inbox = context.mailroom().look(agent.name());
    Life life = agent.life();
    return new AgentStatus(
        agent.name(),
        agent.role().leads(),
        agent.role().program() == null ? null : agent.role().program().driver(),
        state(agent),
        over() && life.launched() ? context.lifecycle().endedAt() : life.since(),
        detail(agent),
        agent.incarnation(),
        agent.restarts(),
        inbox.size(),
        inbox.delivered(),
        trail.commits(),
        trail.committedAt(),
        trail.reportedAt(),
        trail.lastReport(),
        trail.outputAt(),
        resetsAt(life),
        agent.worktree() == null ? null : agent.worktree().path(),
        agent.worktree() == null ? null : agent.worktree().branch(),
        agent.window(),
        agent.pane());
  }

  /** Whether nobody is at work any more: what was open at the end needs nobody now. */
  private boolean over() {
    return context.lifecycle().phase().over();
  }

  /** Who has reported done and lives on is done, whatever its program does. */
  private AgentState state(Agent agent) {
    boolean atRest = agent.life() instanceof Life.Ready || agent.life() instanceof Life.Busy;
    boolean unstarted = agent.life() instanceof Life.Later;
    boolean ended = over() && (agent.life().launched() || unstarted);
    return agent.done() && (atRest || ended || unstarted)
        ? AgentState.DONE
        : ended ? AgentState.ENDED : agent.life().state();
  }

  private String detail(Agent agent) {
    if (agent.life() instanceof Life.Later) {
      List<Agent> grounds = context.roster().startsAfter(agent);
      return "starts after " + String.join(", ", grounds.stream().map(Agent::name).toList());
    }
    if (agent.cutOff()) {
      return Wording.waitsFor(agent.cut(), context.now());
    }
    boolean kept = agent.keptBy() != null && context.mailroom().look(agent.name()).size() > 0;
    return kept ? "mail waits: " + agent.keptBy() : agent.life().detail();
  }

  /** All letters of one role, or of all; with what keeps those that wait. */
  List<Letter> letters(String role) {
    return context.mailroom().letters(role).stream()
        .map(letter -> letter.state().equals(LetterState.WAITING) ? waiting(letter) : letter)
        .toList();
  }

  private Letter waiting(Letter letter) {
    String why = context.roster().find(letter.message().to()).map(this::keeps).orElse(null);
    return new Letter(letter.message(), letter.state(), letter.at(), letter.answer(), why);
  }

  /** What keeps an agent's mail waiting, in a few words; null when it is about to be brought. */
  private String keeps(Agent agent) {
    if (context.lifecycle().paused()) {
      return "the orchestration is paused";
    }
    if (agent.cutOff()) {
      return Wording.waitsFor(agent.cut(), context.now());
    }
    if (agent.keptBy() != null) {
      return agent.keptBy();
    }
    if (agent.held() != null && agent.held().why() != null) {
      return agent.held().why();
    }
    if (agent.introduction() != null) {
      return "its brief comes first";
    }
    boolean open = agent.life() instanceof Life.Ready && agent.held() == null;
    return open ? null : agent.name() + " is " + state(agent);
  }

  private static Instant resetsAt(Life life) {
    return life instanceof Life.Limited limited ? limited.resetsAt() : null;
  }
}
