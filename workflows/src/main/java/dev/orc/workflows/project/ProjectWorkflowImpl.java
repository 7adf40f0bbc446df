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

/**
 * The durable run: builds the state, hands each update to the class that checks and does it, lets
 * the parts act.
 */
public final class ProjectWorkflowImpl implements ProjectWorkflow {
  private final ProjectContext context;
  private final Orchestration orchestration;
  private final SendUpdate send;
  private final ReportUpdate report;
  private final CheckInUpdate checkIn;
  private final CancelCheckInUpdate cancelCheckIn;
  private final AddRolesUpdate addRoles;
  private final RemoveRoleUpdate removeRole;
  private final RebriefUpdate rebrief;
  private final PauseUpdate pause;
  private final ResumeUpdate resume;
  private final AuthorizeUpdate authorize;
  private final FinishUpdate finish;
  private final StopUpdate stop;

  @WorkflowInit
  public ProjectWorkflowImpl(ProjectInput input) {
    context = new ProjectContext(input);
    orchestration = new Orchestration(context);
    send = new SendUpdate(context, orchestration);
    report = new ReportUpdate(context, orchestration);
    checkIn = new CheckInUpdate(context, orchestration);
    cancelCheckIn = new CancelCheckInUpdate(context, orchestration);
    addRoles = new AddRolesUpdate(context, orchestration);
    removeRole = new RemoveRoleUpdate(context, orchestration);
    rebrief = new RebriefUpdate(context, orchestration);
    pause = new PauseUpdate(context, orchestration);
    resume = new ResumeUpdate(context, orchestration);
    authorize = new AuthorizeUpdate(context, orchestration);
    finish = new FinishUpdate(context, orchestration);
    stop = new StopUpdate(context, orchestration);
  }

  @Override
  public Outcome run(ProjectInput input) {
    return orchestration.run();
  }

  @Override
  public Accepted send(Message message) {
    return send.handle(message);
  }

  @Override
  public void validateSend(Message message) {
    send.validate(message);
  }

  @Override
  public Accepted report(Report report) {
    return this.report.handle(report);
  }

  @Override
  public void validateReport(Report report) {
    this.report.validate(report);
  }

  @Override
  public Accepted checkIn(CheckInRequest request) {
    return checkIn.handle(request);
  }

  @Override
  public void validateCheckIn(CheckInRequest request) {
    checkIn.validate(request);
  }

  @Override
  public Accepted cancelCheckIn(CancelCheckIn request) {
    return cancelCheckIn.handle(request);
  }

  @Override
  public void validateCancelCheckIn(CancelCheckIn request) {
    cancelCheckIn.validate(request);
  }

  @Override
  public Accepted addRoles(RolesRequest request) {
    return addRoles.handle(request);
  }

  @Override
  public void validateAddRoles(RolesRequest request) {
    addRoles.validate(request);
  }

  @Override
  public Accepted removeRole(RoleRequest request) {
    return removeRole.handle(request);
  }

  @Override
  public void validateRemoveRole(RoleRequest request) {
    removeRole.validate(request);
  }

  @Override
  public Accepted rebrief(RoleRequest request) {
    return rebrief.handle(request);
  }

  @Override
  public void validateRebrief(RoleRequest request) {
    rebrief.validate(request);
  }

  @Override
  public Accepted pause(Request request) {
    return pause.handle(request);
  }

  @Override
  public void validatePause(Request request) {
    pause.validate(request);
  }

  @Override
  public Accepted resume(Request request) {
    return resume.handle(request);
  }

  @Override
  public void validateResume(Request request) {
    resume.validate(request);
  }

  @Override
  public Accepted authorize(AuthorizeRequest request) {
    return authorize.handle(request);
  }

  @Override
  public void validateAuthorize(AuthorizeRequest request) {
    authorize.validate(request);
  }

  @Override
  public Accepted finish(Request request) {
    return finish.handle(request);
  }

  @Override
  public void validateFinish(Request request) {
    finish.validate(request);
  }

  @Override
  public Accepted stop(Request request) {
    return stop.handle(request);
  }

  @Override
  public void validateStop(Request request) {
    stop.validate(request);
  }

  @Override
  public void hostUp(String workerRun) {
    if (context.lifecycle().newWorker(workerRun)) {
      orchestration.watch().workerChanged();
    }
  }

  @Override
  public ProjectStatus status() {
    return new ProjectStatusBoard(context).status();
  }

  @Override
  public List<Letter> inbox(String role) {
    return new ProjectStatusBoard(context).letters(role);
  }

  @Override
  public List<CheckIn> checkIns() {
    return context.lifecycle().phase().over() ? List.of() : context.state().checkIns().all();
  }

  @Override
  public List<TimelineEntry> timeline(long since) {
    return context.state().ledger().since(since);
  }
}
