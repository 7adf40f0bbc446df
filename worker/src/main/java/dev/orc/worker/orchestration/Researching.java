package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.retry.research.Research;
import dev.orc.worker.host.BatchServices;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Analysis;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.StartRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks into one orchestration, over or not, outside of every batch. Thread-safe. */
public final class Researching {
  private final BatchServices host;
  private final String hostName;
  private final Orchestrations orchestrations;
  private final Clock clock;

  public Researching(
      BatchServices host, String hostName, Orchestrations orchestrations, Clock clock) {
    this.host = host;
    this.hostName = hostName;
    this.orchestrations = orchestrations;
    this.clock = clock;
  }

  /** What is looked into, and by which program. */
  private record Subject(Outcome outcome, String directory, String driver) {}

  /** What the host's own files say, without an agent. */
  public Analysis analysis(String project, Request request) {
    Research.Looked looked = look(subject(project), request, ResearchMode.ANALYSIS);
    return new Analysis(looked.analysis().toString(), looked.text());
  }

  /** The orchestration that looks. */
  public record Begun(Plan plan, String runId) {}

  /** Has an agent look. */
  public Begun start(String project, Request request) {
    Research.Looked looked = look(subject(project), request, ResearchMode.AGENT);
    if (looked.orchestration() == null) {
      throw new Refusal(
          Refusal.Kind.FAILED,
          looked.note(),
          "what is known without one: 'orc research " + project + " --analysis'");
    }
    Plan plan = looked.orchestration();
    return new Begun(plan, orchestrations.start(plan, request.id()).runId());
  }

  private Research.Looked look(Subject subject, Request request, ResearchMode mode) {
    StartRequest start =
        new StartRequest(
            request.id(),
            request.by(),
            null,
            subject.directory(),
            null,
            subject.driver(),
            null,
            List.of(),
            List.of(),
            null,
            null);
    String project = subject.outcome().project();
    ResearchOrder order =
        new ResearchOrder(null, "by-" + request.id(), 1, start, subject.outcome(), mode);
    return host.look(order, subject.directory(), () -> orchestrations.timelineIfKnown(project));
  }

  /** As Temporal knows it; else as the host has kept its end. */
  private Subject subject(String project) {
    try {
      ProjectStatus status = orchestrations.status(project);
      requireOurs(project, status);
      Outcome outcome =
          ended(project, status).orElseGet(() -> Ends.outcome(status, clock.instant()));
      return new Subject(outcome, status.directory(), driver(status));
    } catch (Refusal unknown) {
      if (unknown.kind() != Refusal.Kind.NOT_FOUND) {
        throw unknown;
      }
      return kept(project)
          .map(one -> new Subject(Ends.outcome(one), one.directory(), null))
          .orElseThrow(() -> unknown);
    }
  }

  private void requireOurs(String project, ProjectStatus status) {
    if (status.host() != null && !status.host().equals(hostName)) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          project + " is a project of the host " + status.host(),
          "have it looked into there");
    }
  }

  /** The kept end of that very orchestration, which knows why it failed. */
  private Optional<Outcome> ended(String project, ProjectStatus status) {
    return kept(project)
        .filter(one -> one.startedAt() != null && one.startedAt().equals(status.startedAt()))
        .map(Ends::outcome);
  }

  private Optional<Completed> kept(String project) {
    List<Completed> ends = host.completed(one -> project.equals(one.project()));
    return ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
  }

  /** The lead's program; another's where nobody leads. */
  private static String driver(ProjectStatus status) {
    return status.agents().stream()
        .max(Comparator.comparing(AgentStatus::leads))
        .map(AgentStatus::driver)
        .orElse(null);
  }
}
