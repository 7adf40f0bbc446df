package dev.orc.activities.research;

import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.TimelineEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that the host knows of one orchestration's end.
 *
 * @param integration the last one; null when there was none
 * @param screens the end of each role's transcript
 * @param work what lies on the roles' branches
 * @param files what there is to read
 */
record Evidence(
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

  Stream<TimelineEntry> entries(String kind) {
    return timeline.stream().filter(entry -> entry.kind().equals(kind));
  }

  /** The end of what the role's screen showed; empty when it is not kept. */
  String screen(String role) {
    return screens.getOrDefault(role, "");
  }
}
