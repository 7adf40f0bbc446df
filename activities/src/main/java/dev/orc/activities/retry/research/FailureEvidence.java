package dev.orc.activities.retry.research;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Trace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the host knows of one orchestration's end.
 *
 * @param integration the last one; null when there was none
 * @param screens the end of each role's transcript
 * @param work what lies on the roles' branches
 * @param files what there is to read
 */
record FailureEvidence(
    Outcome outcome,
    List<TimelineEntry> timeline,
    Integration integration,
    Map<String, String> screens,
    List<Work> work,
    List<Path> files) {
  /**
   * What a role has left behind.
   *
   * @param commits that the starting branch lacks
   * @param newest the subjects of the newest of them
   * @param uncommitted files that nobody committed
   */
  record Work(
      String role, String branch, int commits, List<String> newest, List<String> uncommitted) {}

  /**
   * What somebody left in the timeline.
   *
   * @param who the role; "the team" where it is nobody's alone
   */
  record Left<T extends Trace>(String who, Instant at, T trace) {}

  /** All traces of one sort, in the order in which they were left. */
  <T extends Trace> Stream<Left<T>> traces(Class<T> sort) {
    return timeline.stream()
        .flatMap(
            entry ->
                trace(entry)
                    .filter(sort::isInstance)
                    .map(
                        trace ->
                            new Left<>(
                                entry.who() == null ? "the team" : entry.who(),
                                entry.at(),
                                sort.cast(trace)))
                    .stream());
  }

  private static Optional<Trace> trace(TimelineEntry entry) {
    boolean known = entry.trace() != null && !(entry.trace() instanceof Trace.Other);
    return known ? Optional.of(entry.trace()) : OldSentences.read(entry);
  }

  /** The end of what the role's screen showed; empty when it is not kept. */
  String screen(String role) {
    return screens.getOrDefault(role, "");
  }
}
