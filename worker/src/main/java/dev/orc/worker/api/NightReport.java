package dev.orc.worker.api;

import dev.orc.activities.retry.research.IntegrationKeeper.Kept;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightEnd;
import dev.orc.workflows.model.NightFigures;
import dev.orc.workflows.model.NightOpen;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.VerifyResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the page of a night: sorts the ends, has the last try stand for all, and counts each thing
 * once. Used by one thread.
 */
final class NightReport {
  private static final Comparator<Instant> NULLS_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final Facts facts;
  private final LastTries tries;
  private final List<NightEnd> ends = new ArrayList<>();
  private int triedAgain;

  /**
   * What is known of a night.
   *
   * @param ends what has ended in it, in that order
   * @param integrations what became of a project's last integration
   * @param open what runs
   * @param batches those that are open, and those that have ended in it
   * @param batchName what the host calls the batch of a workflow
   */
  record Facts(
      String host,
      Instant since,
      Instant until,
      List<Completed> ends,
      Function<String, Optional<Kept>> integrations,
      List<ProjectStatus> open,
      List<BatchStatus> batches,
      Function<String, String> batchName) {}

  private NightReport(Facts facts) {
    this.facts = facts;
    this.tries = new LastTries(facts.ends(), facts.batches());
    this.triedAgain = tries.earlier();
  }

  static Night of(Facts facts) {
    return new NightReport(facts).night();
  }

  private Night night() {
    for (Completed end : tries.last()) {
      if (triesAgain(end)) {
        triedAgain++;
      } else {
        ends.add(end(end));
      }
    }
    facts.batches().forEach(this::neverStarted);
    ends.sort(Comparator.comparing(NightEnd::endedAt, NULLS_LAST));
    List<Need> needs = OpenNeeds.of(facts.open());
    return new Night(
        facts.host(),
        facts.since(),
        facts.until(),
        figures(needs.size()),
        needs,
        those(Phase.COMPLETED),
        those(Phase.FAILED),
        those(Phase.STOPPED),
        facts.batches().stream()
            .map(batch -> NightBatches.count(batch, facts.since(), facts.open()))
            .toList(),
        facts.open().stream().map(NightReport::open).toList());
  }

  /** It failed, and its batch does not leave it at that. */
  private boolean triesAgain(Completed end) {
    return end.phase() == Phase.FAILED
        && tries.item(end).filter(item -> !item.state().over()).isPresent();
  }

  private NightEnd end(Completed end) {
    Totals totals = totals(end);
    Optional<Kept> kept = integration(end);
    Integration done = kept.map(Kept::integration).filter(Integration::moved).orElse(null);
    return new NightEnd(
        end.project(),
        end.title(),
        end.directory(),
        end.phase(),
        end.failure(),
        end.reason(),
        end.startedAt(),
        end.endedAt(),
        end.batch() == null ? 1 : end.batch().attempt(),
        totals.commits(),
        end.roles().stream().mapToLong(RoleRun::tokens).sum(),
        done == null ? null : done.head(),
        kept.map(Kept::branch).orElse(null),
        done == null ? List.of() : done.merged(),
        kept.map(NightReport::verification).orElse(null),
        end.batch() == null ? null : facts.batchName().apply(end.batch().workflow()),
        "orc show " + end.project());
  }

  /** The project's last integration, if it was this orchestration's and not a later one's. */
  private Optional<Kept> integration(Completed end) {
    return facts
        .integrations()
        .apply(end.project())
        .filter(kept -> end.startedAt() != null)
        .filter(kept -> begun(end.project(), kept.at()).equals(Optional.of(end.startedAt())));
  }

  /** When the orchestration of that project began that ran then. */
  private Optional<Instant> begun(String project, Instant then) {
    Stream<Instant> ended =
        facts.ends().stream()
            .filter(end -> end.project().equals(project))
            .map(Completed::startedAt);
    Stream<Instant> running =
        facts.open().stream()
            .filter(open -> open.project().equals(project))
            .map(ProjectStatus::startedAt);
    return Stream.concat(ended, running)
        .filter(Objects::nonNull)
        .filter(start -> !start.isAfter(then))
        .max(Comparator.naturalOrder());
  }

  private static VerifyResult verification(Kept kept) {
    boolean proven = kept.verify() != null && !kept.verify().isEmpty();
    Integration said = kept.integration();
    if (said.failedCommand() != null) {
      return new VerifyResult(kept.verify(), said.failedCommand());
    }
    return proven && said.conflicts().isEmpty() ? new VerifyResult(kept.verify(), null) : null;
  }

  /** What failed for good before it had an orchestration, as by a spec that can not be read. */
  private void neverStarted(BatchStatus batch) {
    for (BatchItem item : batch.items()) {
      boolean failed =
          item.state() == ItemState.ESCALATED
              && item.endedAt() != null
              && !item.endedAt().isBefore(facts.since());
      if (failed && !told(batch, item)) {
        ends.add(
            new NightEnd(
                item.project() == null ? item.name() : item.project(),
                null,
                item.directory(),
                Phase.FAILED,
                item.failure(),
                item.reason(),
                item.startedAt(),
                item.endedAt(),
                item.tries(),
                0,
                0,
                null,
                null,
                List.of(),
                null,
                batch.batch(),
                "orc queue show " + item.name() + " --batch " + batch.batch()));
      }
    }
  }

  private boolean told(BatchStatus batch, BatchItem item) {
    return tries.last().stream()
        .filter(end -> end.phase() == Phase.FAILED && end.batch() != null)
        .filter(end -> end.batch().workflow().equals(batch.workflowId()))
        .anyMatch(end -> tries.item(end).equals(Optional.of(item)));
  }

  private List<NightEnd> those(Phase phase) {
    return ends.stream().filter(end -> end.phase() == phase).toList();
  }

  private NightFigures figures(int asks) {
    List<Totals> all =
        Stream.concat(
                facts.ends().stream().map(NightReport::totals),
                facts.open().stream().map(ProjectStatus::totals).filter(Objects::nonNull))
            .toList();
    return new NightFigures(
        those(Phase.COMPLETED).size(),
        those(Phase.FAILED).size(),
        those(Phase.STOPPED).size(),
        triedAgain,
        asks,
        facts.open().size(),
        all.stream().mapToInt(Totals::commits).sum(),
        merges(),
        all.stream().mapToInt(Totals::restarts).sum(),
        all.stream().mapToInt(Totals::limits).sum(),
        all.stream().mapToLong(Totals::limitedSeconds).sum());
  }

  private int merges() {
    Set<String> projects = new HashSet<>();
    facts.ends().forEach(end -> projects.add(end.project()));
    facts.open().forEach(open -> projects.add(open.project()));
    return projects.stream()
        .flatMap(project -> facts.integrations().apply(project).stream())
        .filter(kept -> !kept.at().isBefore(facts.since()) && kept.integration().moved())
        .mapToInt(kept -> kept.integration().merged().size())
        .sum();
  }

  private static Totals totals(Completed end) {
    return end.totals() == null ? Totals.NONE : end.totals();
  }

  private static NightOpen open(ProjectStatus open) {
    return new NightOpen(
        open.project(),
        open.title(),
        open.phase(),
        open.conditions(),
        open.reason(),
        open.startedAt(),
        open.phaseSince(),
        OpenNeeds.of(List.of(open)).size());
  }
}
