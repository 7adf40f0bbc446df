package dev.orc.cli.queue;

import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one project of a batch has come to over all its tries.
 *
 * @param result where it stands in its batch; how its last try ended when the batch is forgotten
 * @param failures why its tries failed, the first one first
 * @param seconds from the beginning of its first try to the end of its last
 * @param workedSeconds of these, those in which it was worked on
 */
public record ProjectTally(
    String batch,
    String item,
    String name,
    String project,
    String result,
    int tries,
    List<FailureKind> failures,
    Instant startedAt,
    Instant endedAt,
    long seconds,
    long workedSeconds,
    long commits,
    long messages,
    long limitedSeconds,
    String reason) {

  /** One of each project, in the order in which they ended. */
  static List<ProjectTally> of(List<Completed> runs, BatchStandings standings) {
    Map<List<String>, List<Completed>> projects = new LinkedHashMap<>();
    List<List<Completed>> earlier = new ArrayList<>();
    for (Completed run : runs) {
      if (run.batch() != null && !run.batch().ofResearch()) {
        List<String> key = List.of(run.batch().workflow(), run.batch().item());
        // Out and in again: the one that ended last comes last.
        List<Completed> tries = projects.remove(key);
        if (tries != null && another(tries, run)) {
          earlier.add(tries);
          tries = null;
        }
        projects.put(key, tries == null ? new ArrayList<>() : tries);
        projects.get(key).add(run);
      }
    }
    return Stream.concat(earlier.stream(), projects.values().stream())
        .map(tries -> of(tries, standings.of(tries.get(0))))
        .sorted(Comparator.comparing(ProjectTally::endedAt))
        .toList();
  }

  /** Items are numbered anew whenever the host's queue begins: then the tries are, too. */
  private static boolean another(List<Completed> tries, Completed run) {
    Completed last = tries.get(tries.size() - 1);
    return run.batch().attempt() <= last.batch().attempt() || !run.project().equals(last.project());
  }

  private static ProjectTally of(List<Completed> tries, BatchStandings.Standing standing) {
    Completed first = tries.get(0);
    Completed last = tries.get(tries.size() - 1);
    return new ProjectTally(
        standing.batch(),
        first.batch().item(),
        standing.name() == null ? last.project() : standing.name(),
        last.project(),
        standing.state() == null ? last.phase().name() : standing.state().name(),
        tries.size(),
        tries.stream().map(Completed::failure).filter(Objects::nonNull).toList(),
        first.startedAt(),
        last.endedAt(),
        Duration.between(first.startedAt(), last.endedAt()).toSeconds(),
        tries.stream().mapToLong(run -> RunOutcomes.took(run).toSeconds()).sum(),
        tries.stream().mapToLong(run -> RunOutcomes.totals(run).commits()).sum(),
        tries.stream().mapToLong(run -> RunOutcomes.totals(run).messages()).sum(),
        tries.stream().mapToLong(run -> RunOutcomes.totals(run).limitedSeconds()).sum(),
        standing.reason() == null ? last.reason() : standing.reason());
  }
}
