package dev.orc.worker.api;

import dev.orc.activities.agent.watch.HostTruth;
import dev.orc.activities.failure.Refusal;
import dev.orc.worker.orchestration.Ends;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.worker.orchestration.StuckRuns;
import dev.orc.worker.outbox.RefusedWords;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How orchestrations stand: what they believe, and what is true on the host now. Thread-safe. */
final class Statuses {
  private final Orchestrations orchestrations;
  private final HostTruth truth;
  private final String host;
  private final StuckRuns stuck;
  private final RefusedWords refused;
  private final Function<String, Optional<Completed>> kept;

  /**
   * @param kept what the host keeps of an end, by the orchestration's first run
   */
  Statuses(
      Orchestrations orchestrations,
      HostTruth truth,
      String host,
      StuckRuns stuck,
      RefusedWords refused,
      Function<String, Optional<Completed>> kept) {
    this.refused = refused;
    this.kept = kept;
    this.orchestrations = orchestrations;
    this.truth = truth;
    this.host = host;
    this.stuck = stuck;
  }

  /** The newest run, open or closed. */
  ProjectStatus of(String project) {
    ProjectStatus believed = believedOrEnded(project);
    if (believed.phase() == null || believed.phase().over() || !host.equals(believed.host())) {
      return believed;
    }
    ProjectStatus live = withRefused(LiveView.merge(believed, truth.view(project)));
    return stuck.of(project).map(run -> live.withNeed(run.need())).orElse(live);
  }

  /** What its agents said and nobody took is for a person to read. */
  private ProjectStatus withRefused(ProjectStatus status) {
    ProjectStatus all = status;
    for (Need need : refused.of(status.project())) {
      all = all.withNeed(need);
    }
    return all;
  }

  /** A run that was ended from outside can not be asked any more; the server knows its end. */
  private ProjectStatus believedOrEnded(String project) {
    try {
      return believed(project);
    } catch (Refusal cannot) {
      if (cannot.kind() != Refusal.Kind.FAILED || orchestrations.running(project)) {
        throw cannot;
      }
      return orchestrations.closed().stream()
          .filter(run -> run.project().equals(project))
          .findFirst()
          .map(this::ofClosed)
          .orElseThrow(() -> cannot);
    }
  }

  /** What the orchestration itself says. */
  ProjectStatus believed(String project) {
    return orchestrations.status(project);
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
    Optional<Outcome> outcome = orchestrations.outcome(run).or(() -> keptEnd(run));
    return bare(
        run,
        outcome.map(Outcome::phase).orElse(Phase.FAILED),
        outcome.map(Outcome::reason).orElse(run.status().toLowerCase(java.util.Locale.ROOT)),
        outcome.map(Outcome::totals).orElse(Totals.NONE));
  }

  /** It had come to its end here, and was ended from outside when it ran once more. */
  private Optional<Outcome> keptEnd(Run run) {
    return kept.apply(orchestrations.firstRun(run)).map(Ends::outcome);
  }

  private ProjectStatus ofListed(Run run) {
    try {
      return of(run.project());
    } catch (Refusal refused) {
      return refused.kind() == Refusal.Kind.NOT_FOUND
          ? null
          : withoutAnswer(run, refused.getMessage());
    }
  }

  private ProjectStatus withoutAnswer(Run run, String why) {
    ProjectStatus bare = bare(run, null, why, Totals.NONE);
    return stuck.of(run.project()).map(found -> bare.withNeed(found.need())).orElse(bare);
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
