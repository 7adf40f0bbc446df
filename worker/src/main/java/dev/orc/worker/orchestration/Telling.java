package dev.orc.worker.orchestration;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.metrics.Metrics;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.policy.AgentRights.Deed;
import dev.orc.workflows.project.ProjectWorkflow;
import java.util.function.Supplier;

/** Tells open orchestrations what people and agents say, and records it. Thread-safe. */
public final class Telling {
  private static final TypedUpdate<ProjectWorkflow, Message> SEND =
      TypedUpdate.ofProject(ProjectWorkflow::send);
  private static final TypedUpdate<ProjectWorkflow, Report> REPORT =
      TypedUpdate.ofProject(ProjectWorkflow::report);
  private static final TypedUpdate<ProjectWorkflow, CheckInRequest> CHECK_IN =
      TypedUpdate.ofProject(ProjectWorkflow::checkIn);

  private final HostServices host;
  private final Orchestrations orchestrations;
  private final Audit audit;
  private final Metrics metrics;
  private final Rights rights;

  public Telling(HostServices host, Orchestrations orchestrations, Audit audit, Metrics metrics) {
    this.host = host;
    this.orchestrations = orchestrations;
    this.audit = audit;
    this.metrics = metrics;
    this.rights = new Rights(orchestrations);
  }

  public Accepted send(Caller caller, String project, Message message) {
    rights.require(caller, Deed.SEND, project);
    Message said = caller.said(project, message);
    Accepted answer = tell(project, said.from(), SEND, said.id(), () -> kept(project, said));
    if (!answer.repeated()) {
      metrics.message();
    }
    return answer;
  }

  public Accepted report(Caller caller, String project, Report report) {
    rights.require(caller, Deed.REPORT, project);
    Report said = caller.said(report);
    return tell(project, said.role(), REPORT, said.id(), () -> said);
  }

  public Accepted checkIn(Caller caller, String project, CheckInRequest request) {
    rights.require(caller, Deed.CHECK_IN, project);
    CheckInRequest said = caller.said(project, request);
    return tell(project, said.from(), CHECK_IN, said.id(), () -> said);
  }

  /** A text that gets a file must have an orchestration to read it. */
  private Message kept(String project, Message message) {
    if (message.text() != null && message.text().length() > Message.INLINE_CHARACTERS) {
      orchestrations.requireOpen(project);
    }
    return host.keepText(project, message);
  }

  /**
   * @param argument made when the id has been looked at, under the audit's eyes
   */
  public <A> Accepted tell(
      String project,
      String by,
      TypedUpdate<ProjectWorkflow, A> update,
      String id,
      Supplier<A> argument) {
    RequestIds.require(id);
    Accepted answer =
        audit.around(
            project,
            by,
            update.name(),
            id,
            () -> orchestrations.update(project, update, id, argument.get()));
    if (!answer.repeated()) {
      metrics.told(update.name());
    }
    return answer;
  }
}
