package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.screen.BatchLine;
import dev.orc.cli.screen.BatchScreen;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.workflows.model.BatchStatus;
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
  public int run(GivenArguments given, CommandContext here) {
    String named = given.text("--batch");
    if (given.flag("--all") && named != null) {
      throw Failure.usage("--all and --batch do not go together", "Say one of them");
    }
    ApiClient api = ApiClient.of(here);
    List<BatchStatus> others = new ArrayList<>();
    List<BatchStatus> batches = chosen(given.flag("--all"), named, api, others);
    if (given.flag("--json")) {
      here.say(ApiJson.text(batches));
    } else {
      show(batches, others, here);
    }
    return Failure.DONE;
  }

  /**
   * @param others gets the open ones that are not meant
   */
  private static List<BatchStatus> chosen(
      boolean all, String named, ApiClient api, List<BatchStatus> others) {
    if (named != null) {
      return List.of(BatchFinder.one(api, named));
    }
    if (all) {
      return BatchFinder.all(api);
    }
    List<BatchStatus> open = BatchFinder.open(api);
    List<BatchStatus> usual = BatchFinder.usual(open).stream().toList();
    open.stream().filter(batch -> !usual.contains(batch)).forEach(others::add);
    return usual;
  }

  private static void show(
      List<BatchStatus> batches, List<BatchStatus> others, CommandContext here) {
    if (batches.isEmpty()) {
      here.say("The queue is empty. Add a project: orc queue add SPEC");
      here.say("What is over: orc queue list --all");
    }
    BatchScreen screen =
        new BatchScreen(
            here.now(),
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
