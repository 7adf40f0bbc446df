package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import java.util.Optional;

/**
 * The story of a project: the one that was written at its end, also when Temporal has forgotten it;
 * of one that runs, or ended without a story, the one that can be told now. Thread-safe.
 */
final class SummaryResource {
  private final HostServices host;
  private final Statuses statuses;
  private final Orchestrations orchestrations;

  SummaryResource(HostServices host, Statuses statuses, Orchestrations orchestrations) {
    this.host = host;
    this.statuses = statuses;
    this.orchestrations = orchestrations;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/summary", call -> ApiAnswer.ok(summary(call.project())));
  }

  private ProjectSummary summary(String project) {
    ProjectStatus status;
    try {
      status = statuses.of(project);
    } catch (Refusal unknown) {
      if (unknown.kind() != Refusal.Kind.NOT_FOUND) {
        throw unknown;
      }
      return host.summary(project).orElseThrow(() -> unknown);
    }
    Optional<ProjectSummary> written =
        status.over() ? host.summary(project).filter(story -> of(status, story)) : Optional.empty();
    return written.orElseGet(() -> host.summary(status, orchestrations.timelineIfKnown(project)));
  }

  /** A story that is older than the orchestration is an earlier one's. */
  private static boolean of(ProjectStatus status, ProjectSummary story) {
    return status.startedAt() == null
        || story.at() == null
        || !story.at().isBefore(status.startedAt());
  }
}
