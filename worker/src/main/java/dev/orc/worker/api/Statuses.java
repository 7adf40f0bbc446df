package dev.orc.worker.api;

import dev.orc.activities.Refusal;
import dev.orc.activities.watch.HostTruth;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How orchestrations stand: what they believe, and what is true on the host now. Thread-safe. */
final class Statuses {
  private final Orchestrations orchestrations;
  private final HostTruth truth;
  private final String host;

  Statuses(Orchestrations orchestrations, HostTruth truth, String host) {
    this.orchestrations = orchestrations;
    this.truth = truth;
    this.host = host;
  }

  /** The newest run, open or closed. */
  ProjectStatus of(String project) {
    ProjectStatus believed = believed(project);
    return believed.phase() == null || believed.phase().over() || !host.equals(believed.host())
        ? believed
        : LiveView.merge(believed, truth.view(project));
  }

  /** What the orchestration itself says. */
  ProjectStatus believed(String project) {
    return orchestrations.query(project, "status", ProjectStatus.class, ProjectStatus.class);
  }

  /** All that run; one that ends or does not answer meanwhile is said so or left out. */
  List<ProjectStatus> ofOpen() {
    return orchestrations.open().parallelStream()
        .map(this::ofListed)
        .filter(Objects::nonNull)
        .toList();
  }

  /** From what the run answered at its end; a server that lists too little has the run asked. */
  ProjectStatus ofClosed(Run run) {
    if (run.directory() == null && run.status().equals("COMPLETED")) {
      return orchestrations.status(run);
    }
    Optional<Outcome> outcome = orchestrations.outcome(run);
    return bare(
        run,
        outcome.map(Outcome::phase).orElse(Phase.FAILED),
        outcome.map(Outcome::reason).orElse(run.status().toLowerCase(java.util.Locale.ROOT)),
        outcome.map(Outcome::totals).orElse(Totals.NONE));
  }

  private ProjectStatus ofListed(Run run) {
    try {
      return of(run.project());
    } catch (Refusal refused) {
      return refused.kind() == Refusal.Kind.NOT_FOUND
          ? null
          : bare(run, null, refused.getMessage(), Totals.NONE);
    }
  }

  private ProjectStatus bare(Run run, Phase phase, String reason, Totals totals) {
    return new ProjectStatus(
        run.project(),
        run.title(),
        host,
        run.directory(),
        null,
        null,
        phase,
        List.of(),
        reason,
        run.started(),
        run.ended(),
        run.ended(),
        List.of(),
        List.of(),
        List.of(),
        null,
        totals);
  }
}
