package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.batch.BatchProjectFinder;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.project.Projects;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.MoveRequest;
import java.util.List;

/** {@code orc queue move}: another place in the order of a batch. */
final class QueueMove implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "move", "Give a project another place in the order.")
        .word("ITEM", "Its name, its project or its id.")
        .flag("--first", "To be started next.")
        .flag("--last", "To be started after all others.")
        .option("--before", "OTHER", "To be started before that one.")
        .number("--priority", "N", "Another priority; higher ones are started first.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue move shop --first")
        .example("orc queue move shop --before blog");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    requireOnePlace(given);
    ApiClient api = ApiClient.of(here);
    BatchStatus batch = BatchFinder.chosen(api, given.text("--batch"));
    BatchItem item = BatchProjectFinder.named(batch, given.word(0));
    MoveRequest request =
        new MoveRequest(
            CallerIds.next(),
            Projects.caller(here),
            item.id(),
            given.number("--priority"),
            before(given, batch, item),
            given.flag("--last"));
    Accepted accepted =
        api.post(Accepted.class, BatchFinder.of(batch.batch(), "items/move"), request);
    BatchAcknowledgement.say(
        given, here, accepted, item.name() + " has its new place in " + batch.batch());
    return Failure.DONE;
  }

  private static void requireOnePlace(GivenArguments given) {
    List<Boolean> places =
        List.of(
            given.flag("--first"),
            given.flag("--last"),
            given.text("--before") != null,
            given.number("--priority") != null);
    if (places.stream().filter(place -> place).count() != 1) {
      throw Failure.usage(
          "where to?", "Say one of --first, --last, --before OTHER and --priority N");
    }
  }

  /** The id of the item that it goes before; null when it goes elsewhere. */
  private static String before(GivenArguments given, BatchStatus batch, BatchItem item) {
    if (given.text("--before") != null) {
      return BatchProjectFinder.named(batch, given.text("--before")).id();
    }
    if (!given.flag("--first")) {
      return null;
    }
    return BatchProjectFinder.next(batch, item)
        .map(BatchItem::id)
        .orElseThrow(
            () ->
                new Failure(
                    Failure.REFUSED,
                    "nothing else waits in " + batch.batch(),
                    "See it: orc queue list --batch " + batch.batch()));
  }
}
