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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code orc completed}: the orchestrations that are over, a line each. */
public final class CompletedRuns implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "completed", "Report what is over: each orchestration and its figures.")
        .option("--since", "TIME", "Only what ended within it, as 12h or 7d.")
        .option("--project", "NAME", "Only this project's.")
        .option("--batch", "NAME", "Only this batch's; queue is the host's queue.")
        .option("--format", "FORMAT", "table, csv or json; table.")
        .json()
        .example("orc completed --since 7d")
        .example("orc completed --batch nightly --format csv > nightly.csv");
  }

  @Override
  public int run(Given given, Surroundings here) {
    Format format = Format.of(given);
    String project = given.text("--project");
    String batch = Batches.requireName(given.text("--batch"));
    List<Completed> runs =
        Runs.since(given, Api.of(here)).stream()
            .filter(run -> project == null || project.equals(run.project()))
            .filter(run -> batch == null || batch.equals(Batches.name(run.batch())))
            .toList();
    SHEET.say(format, runs, Sums.of(runs), here);
    return Failure.DONE;
  }

  private static final Sheet<Completed> SHEET =
      new Sheet<>(
          List.of(
              Column.text("PROJECT", "project", Completed::project),
              Column.text("RESULT", "result", Completed::phase),
              Column.named(
                  "FAILURE", "failure", run -> Runs.kind(run.failure()), Completed::failure),
              Column.number("TRY", "try", Runs::attempt),
              Column.both(
                  "TOOK",
                  "seconds",
                  run -> Ago.of(Runs.took(run)),
                  run -> Runs.took(run).toSeconds()),
              Column.number("AGENTS", "agents", Completed::agents),
              Column.number("COMMITS", "commits", run -> Runs.totals(run).commits()),
              Column.number("MESSAGES", "messages", run -> Runs.totals(run).messages()),
              Column.exact("reports", run -> Runs.totals(run).reports()),
              Column.exact("restarts", run -> Runs.totals(run).restarts()),
              Column.exact("limits", run -> Runs.totals(run).limits()),
              Column.both(
                  "LIMITED",
                  "limited_seconds",
                  run -> Ago.of(Duration.ofSeconds(Runs.totals(run).limitedSeconds())),
                  run -> Runs.totals(run).limitedSeconds()),
              Column.exact("started_at", Completed::startedAt),
              Column.both(
                  "ENDED",
                  "ended_at",
                  run -> Ago.since(run.endedAt(), Instant.now()) + " ago",
                  Completed::endedAt),
              Column.exact("batch", run -> Batches.name(run.batch())),
              Column.exact("item", run -> run.batch() == null ? null : run.batch().item()),
              Column.exact("title", Completed::title),
              Column.exact("directory", Completed::directory),
              Column.exact("run_id", Completed::runId),
              Column.text("REASON", "reason", Completed::reason)));
}
