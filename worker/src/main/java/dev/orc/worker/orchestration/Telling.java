package dev.orc.worker.orchestration;

import dev.orc.worker.host.HostSide;
import dev.orc.worker.metrics.Metrics;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;
import java.util.function.Supplier;

/** Tells open orchestrations what people and agents say, and records it. Thread-safe. */
public final class Telling {
  private final HostSide host;
  private final Orchestrations orchestrations;
  private final Audit audit;
  private final Metrics metrics;

  public Telling(HostSide host, Orchestrations orchestrations, Audit audit, Metrics metrics) {
    this.host = host;
    this.orchestrations = orchestrations;
    this.audit = audit;
    this.metrics = metrics;
  }

  public Accepted send(String project, Message message) {
    return tell(project, message.from(), "send", message.id(), () -> kept(project, message));
  }

  public Accepted report(String project, Report report) {
    return tell(project, report.role(), "report", report.id(), () -> report);
  }

  public Accepted checkIn(String project, CheckInRequest request) {
    return tell(project, request.from(), "checkIn", request.id(), () -> request);
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
  public Accepted tell(
      String project, String by, String update, String id, Supplier<Object> argument) {
    Ids.require(id);
    Accepted answer =
        audit.around(
            project,
            by,
            update,
            id,
            () -> orchestrations.update(project, update, id, argument.get()));
    if (!answer.repeated()) {
      metrics.told(update);
    }
    return answer;
  }
}
