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
  private final ProjectContext desk;

  ProjectStatusBoard(ProjectContext desk) {
    this.desk = desk;
  }

  ProjectStatus status() {
    ProjectLifecycle course = desk.course();
    return new ProjectStatus(
        desk.project(),
        desk.input().spec().title(),
        desk.input().host(),
        course.repository() == null ? desk.input().directory() : course.repository().directory(),
        course.repository() == null ? null : course.repository().branch(),
        course.session(),
        course.phase(),
        conditions(),
        course.ending() == null ? null : course.ending().reason(),
        course.startedAt(),
        course.phaseSince(),
        course.endedAt(),
        desk.roster().agents().stream().map(this::agent).toList(),
        over() ? List.of() : desk.state().needs().open(),
        over() ? List.of() : desk.state().authorizations().all(),
        over() ? null : desk.state().checkIns().first(),
        desk.totals());
  }

  /** Markdown for Temporal's own web UI. */
  String details() {
    StringBuilder text = new StringBuilder();
    text.append("**").append(desk.course().phase()).append("**");
    conditions().forEach(condition -> text.append(", ").append(condition));
    text.append(
        "\n\n| agent | state | life | inbox | commits |\n| --- | --- | --- | --- | --- |\n");
    for (Agent agent : desk.roster().agents()) {
      text.append("| ").append(agent.name()).append(" | ").append(state(agent));
      text.append(" | ").append(agent.incarnation());
      text.append(" | ").append(desk.mailroom().look(agent.name()).size());
      text.append(" | ").append(agent.trail().commits()).append(" |\n");
    }
    int needs = desk.state().needs().open().size();
    return needs == 0
        ? text.toString()
        : text.append("\nneeds a person: ").append(needs).toString();
  }

  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    boolean working = desk.course().phase() == Phase.WORKING;
    if (desk.course().paused()) {
      conditions.add("paused");
    }
    if (working && desk.roster().allLimited()) {
      conditions.add("waiting for credits");
    }
    if (working && desk.state().reviewed().open() != null) {
      conditions.add("in review");
    }
    return conditions;
  }

  private AgentStatus agent(Agent agent) {
    Trail trail = agent.trail();
    Inbox inbox = desk.mailroom().look(agent.name());
    Life life = agent.life();
    return new AgentStatus(
        agent.name(),
        agent.role().leads(),
        agent.role().program() == null ? null : agent.role().program().driver(),
        state(agent),
        over() && life.launched() ? desk.course().endedAt() : life.since(),
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
    return desk.course().phase().over();
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
      List<Agent> grounds = desk.roster().startsAfter(agent);
      return "starts after " + String.join(", ", grounds.stream().map(Agent::name).toList());
    }
    if (agent.cutOff()) {
      return Wording.waitsFor(agent.cut(), desk.now());
    }
    boolean kept = agent.keptBy() != null && desk.mailroom().look(agent.name()).size() > 0;
    return kept ? "mail waits: " + agent.keptBy() : agent.life().detail();
  }

  /** All letters of one role, or of all; with what keeps those that wait. */
  List<Letter> letters(String role) {
    return desk.mailroom().letters(role).stream()
        .map(letter -> letter.state().equals(LetterState.WAITING) ? waiting(letter) : letter)
        .toList();
  }

  private Letter waiting(Letter letter) {
    String why = desk.roster().find(letter.message().to()).map(this::keeps).orElse(null);
    return new Letter(letter.message(), letter.state(), letter.at(), letter.answer(), why);
  }

  /** What keeps an agent's mail waiting, in a few words; null when it is about to be brought. */
  private String keeps(Agent agent) {
    if (desk.course().paused()) {
      return "the orchestration is paused";
    }
    if (agent.cutOff()) {
      return Wording.waitsFor(agent.cut(), desk.now());
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
