package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.Ago;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code orc queue report}: the projects of batches with all their tries, a line each. */
final class QueueReport implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "report", "Report the batches' projects, all their tries together.")
        .option("--since", "TIME", "Only tries that ended within it, as 12h or 7d.")
        .option("--batch", "NAME", "Only this batch's; queue is the host's queue.")
        .option("--format", "FORMAT", "table, csv or json; table.")
        .json()
        .example("orc queue report --since 7d")
        .example("orc queue report --batch nightly --format csv > nightly.csv");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Format format = Format.of(given);
    String batch = BatchFinder.requireName(given.text("--batch"));
    ApiClient api = ApiClient.of(here);
    List<Completed> runs =
        RunOutcomes.since(given, api, here.now()).stream()
            .filter(run -> run.batch() != null)
            .filter(run -> batch == null || batch.equals(BatchFinder.name(run.batch())))
            .toList();
    List<ProjectTally> tallies = ProjectTally.of(runs, new BatchStandings(BatchFinder.all(api)));
    sheet(here.now()).say(format, tallies, Sums.of(runs), here);
    return Failure.DONE;
  }

  private static Sheet<ProjectTally> sheet(Instant now) {
    return new Sheet<>(
        List.of(
            Column.text("BATCH", "batch", ProjectTally::batch),
            Column.text("NAME", "name", ProjectTally::name),
            Column.text("PROJECT", "project", ProjectTally::project),
            Column.named(
                "RESULT",
                "result",
                tally -> tally.result().toLowerCase(Locale.ROOT),
                ProjectTally::result),
            Column.number("TRIES", "tries", ProjectTally::tries),
            Column.both("TOOK", "seconds", tally -> ago(tally.seconds()), ProjectTally::seconds),
            Column.both(
                "WORKED",
                "worked_seconds",
                tally -> ago(tally.workedSeconds()),
                ProjectTally::workedSeconds),
            Column.number("COMMITS", "commits", ProjectTally::commits),
            Column.number("MESSAGES", "messages", ProjectTally::messages),
            Column.both(
                "LIMITED",
                "limited_seconds",
                tally -> ago(tally.limitedSeconds()),
                ProjectTally::limitedSeconds),
            Column.exact("started_at", ProjectTally::startedAt),
            Column.both(
                "ENDED",
                "ended_at",
                tally -> Ago.since(tally.endedAt(), now) + " ago",
                ProjectTally::endedAt),
            Column.exact("item", ProjectTally::item),
            Column.text("FAILURES", "failures", QueueReport::failures),
            Column.text("REASON", "reason", ProjectTally::reason)));
  }

  private static String ago(long seconds) {
    return Ago.of(Duration.ofSeconds(seconds));
  }

  /** Each kind once, with how often it was where it was more than once. */
  private static String failures(ProjectTally tally) {
    return tally.failures().stream()
        .distinct()
        .map(kind -> counted(kind, Collections.frequency(tally.failures(), kind)))
        .collect(Collectors.joining(", "));
  }

  private static String counted(FailureKind kind, int times) {
    return times == 1 ? RunOutcomes.kind(kind) : times + " " + RunOutcomes.kind(kind);
  }
}
