package dev.orc.cli.queue;

import dev.orc.cli.screen.Ago;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What many orchestrations come to together, in lines for people. Stateless. */
final class Sums {
  private Sums() {}

  static List<String> of(List<Completed> runs) {
    if (runs.isEmpty()) {
      return List.of("Nothing has ended in that time.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts(runs) + "; " + times(runs));
    lines.add(work(runs));
    String failures = failures(runs);
    if (!failures.isEmpty()) {
      lines.add("failures: " + failures);
    }
    return lines;
  }

  private static String counts(List<Completed> runs) {
    String line = runs.size() + (runs.size() == 1 ? " orchestration" : " orchestrations");
    for (Phase phase : List.of(Phase.COMPLETED, Phase.FAILED, Phase.STOPPED)) {
      long count = runs.stream().filter(run -> run.phase() == phase).count();
      if (count > 0) {
        line += ", " + count + " " + phase.name().toLowerCase(Locale.ROOT);
      }
    }
    return line;
  }

  private static String times(List<Completed> runs) {
    List<Duration> sorted = runs.stream().map(RunOutcomes::took).sorted().toList();
    Duration all = sorted.stream().reduce(Duration.ZERO, Duration::plus);
    return Ago.of(all) + " in all, median " + Ago.of(sorted.get((sorted.size() - 1) / 2));
  }

  private static String work(List<Completed> runs) {
    long commits = runs.stream().mapToLong(run -> RunOutcomes.totals(run).commits()).sum();
    long messages = runs.stream().mapToLong(run -> RunOutcomes.totals(run).messages()).sum();
    long limited = runs.stream().mapToLong(run -> RunOutcomes.totals(run).limitedSeconds()).sum();
    return commits
        + " commits, "
        + messages
        + " messages, "
        + Ago.of(Duration.ofSeconds(limited))
        + " waited for usage limits";
  }

  private static String failures(List<Completed> runs) {
    Map<FailureKind, Integer> kinds = new EnumMap<>(FailureKind.class);
    runs.stream()
        .filter(run -> run.failure() != null)
        .forEach(run -> kinds.merge(run.failure(), 1, Integer::sum));
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + RunOutcomes.kind(kind.getKey()))
        .collect(Collectors.joining(", "));
  }
}
