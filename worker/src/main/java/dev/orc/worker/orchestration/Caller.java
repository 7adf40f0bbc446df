package dev.orc.worker.orchestration;

import dev.orc.activities.agent.LifeTokens.Life;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;

/**
 * Who asks, as the token says: an agent speaks as itself whatever it says that it is; a person says
 * who asks. Immutable.
 *
 * @param life of the agent; null for a person
 */
public record Caller(Life life) {
  public static final Caller PERSON = new Caller(null);

  public boolean agent() {
    return life != null;
  }

  boolean belongsTo(String project) {
    return agent() && life.project().equals(project);
  }

  /** How a project knows who asks; an agent of another one comes with that one's name. */
  public String by(String project, String said) {
    if (!agent()) {
      return said;
    }
    return belongsTo(project) ? life.role() : life.role() + " of " + life.project();
  }

  Message said(String project, Message message) {
    return agent() ? message.from(by(project, null)) : message;
  }

  /** A report is always one of the agent's own life. */
  Report said(Report report) {
    return agent()
        ? new Report(
            report.id(),
            life.role(),
            life.incarnation(),
            report.kind(),
            report.text(),
            report.to(),
            report.inReplyTo(),
            report.at())
        : report;
  }

  CheckInRequest said(String project, CheckInRequest request) {
    return agent()
        ? new CheckInRequest(
            request.id(), by(project, null), request.to(), request.note(), request.schedule())
        : request;
  }
}
