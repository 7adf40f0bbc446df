package dev.orc.cli.queue;

import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.RoleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one role has come to over all its runs; a second one of it counts with the first.
 *
 * @param tries in how many runs it was
 * @param verified how many of them were completed: their result was proved and integrated
 * @param done how often it reported its own work done
 * @param restarts lives beyond the first
 * @param seconds that its runs took on average
 * @param tokens as far as its programs count
 */
public record RoleTally(
    String role,
    int tries,
    int verified,
    int done,
    int restarts,
    long commits,
    long seconds,
    long tokens) {

  /** One of each role, those with the most runs first. */
  static List<RoleTally> of(List<Completed> runs) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    for (Completed run : runs) {
      for (RoleRun role : run.roles()) {
        String name = role.role().replaceFirst("-\\d+$", "");
        parts.computeIfAbsent(name, one -> new ArrayList<>()).add(new Part(run, role));
      }
    }
    return parts.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(RoleTally::tries).reversed())
        .toList();
  }

  /** A role in a run. */
  private record Part(Completed run, RoleRun role) {}

  private static RoleTally of(String name, List<Part> parts) {
    List<Completed> runs = parts.stream().map(Part::run).distinct().toList();
    return new RoleTally(
        name,
        runs.size(),
        (int) runs.stream().filter(run -> run.phase() == Phase.COMPLETED).count(),
        (int) parts.stream().filter(part -> part.role().done()).count(),
        parts.stream().mapToInt(part -> Math.max(0, part.role().lives() - 1)).sum(),
        parts.stream().mapToLong(part -> part.role().commits()).sum(),
        (long)
            runs.stream().mapToLong(run -> RunOutcomes.took(run).toSeconds()).average().orElse(0),
        parts.stream().mapToLong(part -> part.role().tokens()).sum());
  }
}
