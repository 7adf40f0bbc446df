package dev.orc.workflows.project;

import dev.orc.workflows.entity.PendingActivities;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.entity.Wakeup;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.Trace;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Optional;

/**
 * What every reconciler of one run works with: the state, the host, the wake-up. Workflow threads
 * only.
 */
final class ProjectContext {
  private final ProjectInput input;
  private final ProjectSettings settings;
  private final ProjectState state;
  private final Wakeup wakeup = new Wakeup();
  private final PendingActivities pending = new PendingActivities(wakeup);
  private final ProjectHost host;
  private WorkflowVersions changes;

  ProjectContext(ProjectInput input) {
    this.input = input;
    this.settings = input.settings() == null ? ProjectSettings.DEFAULTS : input.settings();
    this.state = ProjectState.of(input, now());
    this.host = new ProjectHost(input.host(), settings);
  }

  ProjectInput input() {
    return input;
  }

  String project() {
    return input.project();
  }

  ProjectSettings settings() {
    return settings;
  }

  ProjectState state() {
    return state;
  }

  ProjectLifecycle lifecycle() {
    return state.lifecycle();
  }

  Roster roster() {
    return state.roster();
  }

  Mailroom mailroom() {
    return state.mailroom();
  }

  PendingActivities pending() {
    return pending;
  }

  ProjectHost host() {
    return host;
  }

  /** Known from the moment on in which the run begins. */
  WorkflowVersions changes() {
    return changes;
  }

  void changes(WorkflowVersions ofThisRun) {
    changes = ofThisRun;
  }

  Wakeup wakeup() {
    return wakeup;
  }

  /** What is counted so far. */
  Totals totals() {
    return state.tally().totals(roster().commits(), Workflow.getInfo().getHistoryLength());
  }

  Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  /** Writes into the timeline. */
  void enter(EntryKind kind, String who, String what) {
    state.ledger().enter(now(), kind, who, what);
    wakeup.request();
  }

  /** The same with what research looks for; its sentence is made of it. */
  void enter(EntryKind kind, String who, Trace trace) {
    state.ledger().enter(now(), kind, who, trace.sentence(), trace);
    wakeup.request();
  }

  void enter(Phase phase, String why) {
    begin(phase);
    enter(EntryKind.PHASE, null, phase + (why == null ? "" : ": " + why));
  }

  void enter(Phase phase) {
    enter(phase, (String) null);
  }

  void enter(Phase phase, Trace why) {
    begin(phase);
    state.ledger().enter(now(), EntryKind.PHASE, null, phase + ": " + why.sentence(), why);
    wakeup.request();
  }

  private void begin(Phase phase) {
    state.lifecycle().enter(phase, now());
    SearchAttribute.phase(phase);
  }

  void post(Message message) {
    state.mailroom().post(message);
    wakeup.request();
  }

  /** Writes to an agent in the orchestration's own name. */
  void tell(MessageKind kind, String id, String role, String text) {
    if (state.roster().find(role).filter(Agent::reachable).isEmpty()) {
      return;
    }
    String whole = Texts.cut(text, Message.INLINE_CHARACTERS);
    Message message = Message.of(kind, id, Message.ORC, role, whole, now());
    Optional<Message> fitting = state.mailroom().fitting(message);
    if (fitting.isPresent()) {
      post(fitting.get());
    } else {
      enter(EntryKind.MESSAGE, role, "its inbox is full, this was not kept: " + text);
    }
  }

  /** Writes to the lead, where there is one. */
  void tellLead(MessageKind kind, String id, String text) {
    state.roster().lead().ifPresent(lead -> tell(kind, id, lead.name(), text));
  }

  /** A number that no other message of this orchestration has in its id. */
  String mark() {
    return Long.toString(state.ledger().last());
  }

  /** Says that a person is needed; once for the same id. */
  void need(String id, String role, String what, String remedy) {
    Need need = new Need(id, project(), role, what, remedy, now());
    if (state.needs().raise(need)) {
      enter(EntryKind.NEED, role, what);
    }
  }

  void settleNeed(String id) {
    if (state.needs().settle(id)) {
      wakeup.request();
    }
  }
}
