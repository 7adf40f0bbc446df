package dev.orc.cli.queue;

import dev.orc.cli.api.Api;
import dev.orc.cli.batch.Batches;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
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
  public int run(Given given, Surroundings here) {
    Format format = Format.of(given);
    String batch = Batches.requireName(given.text("--batch"));
    Api api = Api.of(here);
    List<Completed> runs =
        Runs.since(given, api).stream()
            .filter(run -> run.batch() != null)
            .filter(run -> batch == null || batch.equals(Batches.name(run.batch())))
            .toList();
    List<Tally> tallies = Tally.of(runs, new Standings(Batches.all(api)));
    SHEET.say(format, tallies, Sums.of(runs), here);
    return Failure.DONE;
  }

  private static final Sheet<Tally> SHEET =
      new Sheet<>(
          List.of(
              Column.text("BATCH", "batch", Tally::batch),
              Column.text("NAME", "name", Tally::name),
              Column.text("PROJECT", "project", Tally::project),
              Column.named(
                  "RESULT",
                  "result",
                  tally -> tally.result().toLowerCase(Locale.ROOT),
                  Tally::result),
              Column.number("TRIES", "tries", Tally::tries),
              Column.both("TOOK", "seconds", tally -> ago(tally.seconds()), Tally::seconds),
              Column.both(
                  "WORKED",
                  "worked_seconds",
                  tally -> ago(tally.workedSeconds()),
                  Tally::workedSeconds),
              Column.number("COMMITS", "commits", Tally::commits),
              Column.number("MESSAGES", "messages", Tally::messages),
              Column.both(
                  "LIMITED",
                  "limited_seconds",
                  tally -> ago(tally.limitedSeconds()),
                  Tally::limitedSeconds),
              Column.exact("started_at", Tally::startedAt),
              Column.both(
                  "ENDED",
                  "ended_at",
                  tally -> Ago.since(tally.endedAt(), Instant.now()) + " ago",
                  Tally::endedAt),
              Column.exact("item", Tally::item),
              Column.text("FAILURES", "failures", QueueReport::failures),
              Column.text("REASON", "reason", Tally::reason)));

  private static String ago(long seconds) {
    return Ago.of(Duration.ofSeconds(seconds));
  }

  /** Each kind once, with how often it was where it was more than once. */
  private static String failures(Tally tally) {
    return tally.failures().stream()
        .distinct()
        .map(kind -> counted(kind, Collections.frequency(tally.failures(), kind)))
        .collect(Collectors.joining(", "));
  }

  private static String counted(FailureKind kind, int times) {
    return times == 1 ? Runs.kind(kind) : times + " " + Runs.kind(kind);
  }
}
