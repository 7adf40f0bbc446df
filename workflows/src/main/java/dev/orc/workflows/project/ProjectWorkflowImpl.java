package dev.orc.workflows.project;

import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.TimelineEntry;
import io.temporal.workflow.WorkflowInit;
import java.util.List;

/** The durable run: builds the state, lets handlers put things into it, lets the parts act. */
public final class ProjectWorkflowImpl implements ProjectWorkflow {
  private final Desk desk;
  private final Orchestration orchestration;
  private final Doorkeeper doorkeeper;
  private final Reception reception;

  @WorkflowInit
  public ProjectWorkflowImpl(ProjectInput input) {
    desk = new Desk(input);
    orchestration = new Orchestration(desk);
    doorkeeper = new Doorkeeper(desk);
    reception = new Reception(desk, orchestration);
  }

  @Override
  public Outcome run(ProjectInput input) {
    return orchestration.run();
  }

  @Override
  public Accepted send(Message message) {
    return reception.send(message);
  }

  @Override
  public void validateSend(Message message) {
    doorkeeper.send(message);
  }

  @Override
  public Accepted report(Report report) {
    return reception.report(report);
  }

  @Override
  public void validateReport(Report report) {
    doorkeeper.report(report);
  }

  @Override
  public Accepted checkIn(CheckInRequest request) {
    return reception.checkIn(request);
  }

  @Override
  public void validateCheckIn(CheckInRequest request) {
    doorkeeper.checkIn(request);
  }

  @Override
  public Accepted cancelCheckIn(CancelCheckIn request) {
    return reception.cancelCheckIn(request);
  }

  @Override
  public void validateCancelCheckIn(CancelCheckIn request) {
    doorkeeper.cancelCheckIn(request);
  }

  @Override
  public Accepted addRoles(RolesRequest request) {
    return reception.addRoles(request);
  }

  @Override
  public void validateAddRoles(RolesRequest request) {
    doorkeeper.addRoles(request);
  }

  @Override
  public Accepted removeRole(RoleRequest request) {
    return reception.removeRole(request);
  }

  @Override
  public void validateRemoveRole(RoleRequest request) {
    doorkeeper.removeRole(request);
  }

  @Override
  public Accepted rebrief(RoleRequest request) {
    return reception.rebrief(request);
  }

  @Override
  public void validateRebrief(RoleRequest request) {
    doorkeeper.rebrief(request);
  }

  @Override
  public Accepted pause(Request request) {
    return reception.pause(request);
  }

  @Override
  public void validatePause(Request request) {
    doorkeeper.whileOpen(request);
  }

  @Override
  public Accepted resume(Request request) {
    return reception.resume(request);
  }

  @Override
  public void validateResume(Request request) {
    doorkeeper.whileOpen(request);
  }

  @Override
  public Accepted authorize(AuthorizeRequest request) {
    return reception.authorize(request);
  }

  @Override
  public void validateAuthorize(AuthorizeRequest request) {
    doorkeeper.authorize(request);
  }

  @Override
  public Accepted finish(Request request) {
    return reception.finish(request);
  }

  @Override
  public void validateFinish(Request request) {
    doorkeeper.finish(request);
  }

  @Override
  public Accepted stop(Request request) {
    return reception.stop(request);
  }

  @Override
  public void validateStop(Request request) {
    doorkeeper.stop(request);
  }

  @Override
  public void hostUp(String workerRun) {
    if (desk.course().newWorker(workerRun)) {
      orchestration.watch().workerChanged();
    }
  }

  @Override
  public ProjectStatus status() {
    return new StatusBoard(desk).status();
  }

  @Override
  public List<Letter> inbox(String role) {
    return desk.mailroom().letters(role);
  }

  @Override
  public List<CheckIn> checkIns() {
    return desk.course().phase().over() ? List.of() : desk.state().checkIns().all();
  }

  @Override
  public List<TimelineEntry> timeline(long since) {
    return desk.state().ledger().since(since);
  }
}
