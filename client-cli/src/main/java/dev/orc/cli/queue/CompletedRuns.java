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
        .option("--by", "WHAT", "role: what each role has come to over these runs.")
        .option("--format", "FORMAT", "table, csv or json; table.")
        .json()
        .example("orc completed --since 7d")
        .example("orc completed --by role")
        .example("orc completed --batch nightly --format csv > nightly.csv");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    Format format = Format.of(given);
    String project = given.text("--project");
    String batch = BatchFinder.requireName(given.text("--batch"));
    List<Completed> runs =
        RunOutcomes.since(given, ApiClient.of(here), here.now()).stream()
            .filter(run -> project == null || project.equals(run.project()))
            .filter(run -> batch == null || batch.equals(BatchFinder.name(run.batch())))
            .toList();
    String by = given.text("--by");
    if (by != null && !by.equals("role")) {
      throw Failure.usage("there is no report by '" + by + "'", "Say --by role, or leave it out");
    }
    if (by != null) {
      byRole().say(format, RoleTally.of(runs), Sums.of(runs), here);
      return Failure.DONE;
    }
    sheet(here.now()).say(format, runs, Sums.of(runs), here);
    return Failure.DONE;
  }

  private static Sheet<RoleTally> byRole() {
    return new Sheet<>(
        List.of(
            Column.text("ROLE", "role", RoleTally::role),
            Column.number("TRIES", "tries", RoleTally::tries),
            Column.number("VERIFIED", "verified", RoleTally::verified),
            Column.number("DONE", "done", RoleTally::done),
            Column.number("RESTARTS", "restarts", RoleTally::restarts),
            Column.number("COMMITS", "commits", RoleTally::commits),
            Column.both(
                "TOOK",
                "seconds",
                role -> Ago.of(Duration.ofSeconds(role.seconds())),
                RoleTally::seconds),
            Column.both(
                "TOKENS",
                "tokens",
                role -> role.tokens() == 0 ? "-" : role.tokens(),
                RoleTally::tokens)));
  }

  private static Sheet<Completed> sheet(Instant now) {
    return new Sheet<>(
        List.of(
            Column.text("PROJECT", "project", Completed::project),
            Column.text("RESULT", "result", Completed::phase),
            Column.named(
                "FAILURE", "failure", run -> RunOutcomes.kind(run.failure()), Completed::failure),
            Column.number("TRY", "try", RunOutcomes::attempt),
            Column.both(
                "TOOK",
                "seconds",
                run -> Ago.of(RunOutcomes.took(run)),
                run -> RunOutcomes.took(run).toSeconds()),
            Column.number("AGENTS", "agents", Completed::agents),
            Column.number("COMMITS", "commits", run -> RunOutcomes.totals(run).commits()),
            Column.number("MESSAGES", "messages", run -> RunOutcomes.totals(run).messages()),
            Column.exact("reports", run -> RunOutcomes.totals(run).reports()),
            Column.exact("restarts", run -> RunOutcomes.totals(run).restarts()),
            Column.exact("limits", run -> RunOutcomes.totals(run).limits()),
            Column.both(
                "LIMITED",
                "limited_seconds",
                run -> Ago.of(Duration.ofSeconds(RunOutcomes.totals(run).limitedSeconds())),
                run -> RunOutcomes.totals(run).limitedSeconds()),
            Column.exact("started_at", Completed::startedAt),
            Column.both(
                "ENDED",
                "ended_at",
                run -> Ago.since(run.endedAt(), now) + " ago",
                Completed::endedAt),
            Column.exact("batch", run -> BatchFinder.name(run.batch())),
            Column.exact("item", run -> run.batch() == null ? null : run.batch().item()),
            Column.exact("title", Completed::title),
            Column.exact("directory", Completed::directory),
            Column.exact("run_id", Completed::runId),
            Column.text("REASON", "reason", Completed::reason)));
  }
}
