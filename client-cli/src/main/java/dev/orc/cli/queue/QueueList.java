package dev.orc.cli.queue;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Json;
import dev.orc.cli.batch.Batches;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.BatchLine;
import dev.orc.cli.screen.BatchScreen;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.workflows.model.BatchStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code orc queue list}: where the projects of a batch stand. */
final class QueueList implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "list", "Show where the projects of a batch stand.")
        .flag("--all", "Every batch, those that are over, too.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue list")
        .example("orc queue list --batch nightly --json");
  }

  @Override
  public int run(Given given, Surroundings here) {
    String named = given.text("--batch");
    if (given.flag("--all") && named != null) {
      throw Failure.usage("--all and --batch do not go together", "Say one of them");
    }
    Api api = Api.of(here);
    List<BatchStatus> others = new ArrayList<>();
    List<BatchStatus> batches = chosen(given.flag("--all"), named, api, others);
    if (given.flag("--json")) {
      here.say(Json.text(batches));
    } else {
      show(batches, others, here);
    }
    return Failure.DONE;
  }

  /**
   * @param others gets the open ones that are not meant
   */
  private static List<BatchStatus> chosen(
      boolean all, String named, Api api, List<BatchStatus> others) {
    if (named != null) {
      return List.of(Batches.one(api, named));
    }
    if (all) {
      return Batches.all(api);
    }
    List<BatchStatus> open = Batches.open(api);
    List<BatchStatus> usual = Batches.usual(open).stream().toList();
    open.stream().filter(batch -> !usual.contains(batch)).forEach(others::add);
    return usual;
  }

  private static void show(List<BatchStatus> batches, List<BatchStatus> others, Surroundings here) {
    if (batches.isEmpty()) {
      here.say("The queue is empty. Add a project: orc queue add SPEC");
      here.say("What is over: orc queue list --all");
    }
    BatchScreen screen =
        new BatchScreen(
            Instant.now(),
            here.terminal().columns(),
            here.terminal().room(),
            new Paint(here.terminal().colour()));
    String gap = null;
    for (BatchStatus batch : batches) {
      if (gap != null) {
        here.say(gap);
      }
      gap = "";
      screen.lines(batch).forEach(here::say);
    }
    others.forEach(
        batch ->
            here.say(Clean.line("Also open: " + batch.batch() + ", " + BatchLine.progress(batch))));
  }
}
