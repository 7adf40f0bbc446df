package dev.orc.worker;

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
import dev.orc.workflows.project.ProjectInput;
import dev.orc.workflows.project.ProjectWorkflow;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;

/**
 * An edition of the orchestration with a slip: told of a worker called {@link #SLIP} it sets a
 * timer that no other edition knows of. Whoever goes on with its history can not replay it.
 */
public final class SlippedWorkflow implements ProjectWorkflow {
  static final String SLIP = "slip";

  private final ProjectWorkflowImpl right;

  @WorkflowInit
  public SlippedWorkflow(ProjectInput input) {
    right = new ProjectWorkflowImpl(input);
  }

  @Override
  public Outcome run(ProjectInput input) {
    return right.run(input);
  }

  @Override
  public Accepted send(Message message) {
    return right.send(message);
  }

  @Override
  public void validateSend(Message message) {
    right.validateSend(message);
  }

  @Override
  public Accepted report(Report report) {
    return right.report(report);
  }

  @Override
  public void validateReport(Report report) {
    right.validateReport(report);
  }

  @Override
  public Accepted checkIn(CheckInRequest request) {
    return right.checkIn(request);
  }

  @Override
  public void validateCheckIn(CheckInRequest request) {
    right.validateCheckIn(request);
  }

  @Override
  public Accepted cancelCheckIn(CancelCheckIn request) {
    return right.cancelCheckIn(request);
  }

  @Override
  public void validateCancelCheckIn(CancelCheckIn request) {
    right.validateCancelCheckIn(request);
  }

  @Override
  public Accepted addRoles(RolesRequest request) {
    return right.addRoles(request);
  }

  @Override
  public void validateAddRoles(RolesRequest request) {
    right.validateAddRoles(request);
  }

  @Override
  public Accepted removeRole(RoleRequest request) {
    return right.removeRole(request);
  }

  @Override
  public void validateRemoveRole(RoleRequest request) {
    right.validateRemoveRole(request);
  }

  @Override
  public Accepted rebrief(RoleRequest request) {
    return right.rebrief(request);
  }

  @Override
  public void validateRebrief(RoleRequest request) {
    right.validateRebrief(request);
  }

  @Override
  public Accepted pause(Request request) {
    return right.pause(request);
  }

  @Override
  public void validatePause(Request request) {
    right.validatePause(request);
  }

  @Override
  public Accepted resume(Request request) {
    return right.resume(request);
  }

  @Override
  public void validateResume(Request request) {
    right.validateResume(request);
  }

  @Override
  public Accepted authorize(AuthorizeRequest request) {
    return right.authorize(request);
  }

  @Override
  public void validateAuthorize(AuthorizeRequest request) {
    right.validateAuthorize(request);
  }

  @Override
  public Accepted finish(Request request) {
    return right.finish(request);
  }

  @Override
  public void validateFinish(Request request) {
    right.validateFinish(request);
  }

  @Override
  public Accepted stop(Request request) {
    return right.stop(request);
  }

  @Override
  public void validateStop(Request request) {
    right.validateStop(request);
  }

  @Override
  public void hostUp(String workerRun) {
    if (workerRun.equals(SLIP)) {
      var unused = Workflow.newTimer(Duration.ofHours(1));
    } else {
      right.hostUp(workerRun);
    }
  }

  @Override
  public ProjectStatus status() {
    return right.status();
  }

  @Override
  public List<Letter> inbox(String role) {
    return right.inbox(role);
  }

  @Override
  public List<CheckIn> checkIns() {
    return right.checkIns();
  }

  @Override
  public List<TimelineEntry> timeline(long since) {
    return right.timeline(since);
  }
}
