package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;

/** The update {@code report}: what an agent tells of its work. */
final class ReportUpdate extends ProjectUpdate<Report> {
  private static final int MOST_AUTHORIZATIONS = 50;

  ReportUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, Report::id);
  }

  @Override
  protected void check(Report report) {
    requireText(report.role(), "who reports");
    var unused = requireRole(report.role());
    if (report.kind() == null) {
      throw Refusals.usage("a report needs a kind");
    }
    if (report.kind() == ReportKind.AUTHORIZATION
        && context.state().authorizations().all().size() >= MOST_AUTHORIZATIONS) {
      throw Refusals.refused(
          MOST_AUTHORIZATIONS + " requests for authorization wait for an answer already");
    }
    if (report.kind() == ReportKind.AUTHORIZATION && orchestration.reviewing().is(report.id())) {
      throw Refusals.refused(report.id() + " is what a person is asked to review");
    }
    if (report.kind() == ReportKind.ANSWER && blank(report.inReplyTo())) {
      throw Refusals.usage("an answer needs the id of the message that it answers");
    }
  }

  @Override
  protected Accepted act(Report report) {
    return accepted(report, orchestration.reports().take(report));
  }
}
