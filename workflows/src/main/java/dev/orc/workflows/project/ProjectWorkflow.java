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
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/**
 * One durable run over a project. The caller uses the id inside an update as the update's own id;
 * the state remembers the recent ones, so that a repeat is recognised after a continue-as-new too.
 */
@WorkflowInterface
public interface ProjectWorkflow {
  /** As Temporal lists it. */
  String TYPE = "ProjectWorkflow";

  @WorkflowMethod(name = TYPE)
  Outcome run(ProjectInput input);

  @UpdateMethod
  Accepted send(Message message);

  @UpdateValidatorMethod(updateName = "send")
  void validateSend(Message message);

  @UpdateMethod
  Accepted report(Report report);

  @UpdateValidatorMethod(updateName = "report")
  void validateReport(Report report);

  @UpdateMethod
  Accepted checkIn(CheckInRequest request);

  @UpdateValidatorMethod(updateName = "checkIn")
  void validateCheckIn(CheckInRequest request);

  @UpdateMethod
  Accepted cancelCheckIn(CancelCheckIn request);

  @UpdateValidatorMethod(updateName = "cancelCheckIn")
  void validateCancelCheckIn(CancelCheckIn request);

  @UpdateMethod
  Accepted addRoles(RolesRequest request);

  @UpdateValidatorMethod(updateName = "addRoles")
  void validateAddRoles(RolesRequest request);

  @UpdateMethod
  Accepted removeRole(RoleRequest request);

  @UpdateValidatorMethod(updateName = "removeRole")
  void validateRemoveRole(RoleRequest request);

  @UpdateMethod
  Accepted rebrief(RoleRequest request);

  @UpdateValidatorMethod(updateName = "rebrief")
  void validateRebrief(RoleRequest request);

  @UpdateMethod
  Accepted pause(Request request);

  @UpdateValidatorMethod(updateName = "pause")
  void validatePause(Request request);

  @UpdateMethod
  Accepted resume(Request request);

  @UpdateValidatorMethod(updateName = "resume")
  void validateResume(Request request);

  @UpdateMethod
  Accepted authorize(AuthorizeRequest request);

  @UpdateValidatorMethod(updateName = "authorize")
  void validateAuthorize(AuthorizeRequest request);

  /** Declares the work complete: evidence is checked, branches are integrated. */
  @UpdateMethod
  Accepted finish(Request request);

  @UpdateValidatorMethod(updateName = "finish")
  void validateFinish(Request request);

  @UpdateMethod
  Accepted stop(Request request);

  @UpdateValidatorMethod(updateName = "stop")
  void validateStop(Request request);

  /**
   * A worker of the host has just started: whatever was asked of the one before it is asked anew.
   */
  @SignalMethod
  void hostUp(String workerRun);

  @QueryMethod
  ProjectStatus status();

  /**
   * @param role whose inbox; empty for everybody's
   */
  @QueryMethod
  List<Letter> inbox(String role);

  @QueryMethod
  List<CheckIn> checkIns();

  /**
   * @param since entries after this number
   */
  @QueryMethod
  List<TimelineEntry> timeline(long since);
}
