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
import dev.orc.workflows.model.ItemRequest;

/** {@code orc queue retry}: tries anew what is over, with all its retries. */
final class QueueRetry implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "retry", "Try a project again that is over, or all that failed.")
        .optionalWord("ITEM", "Its name, its project or its id.")
        .flag("--all", "All that failed.")
        .option("--reason", "TEXT", "Why; it stands in the story.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue retry shop --reason \"the disk is larger now\"")
        .example("orc queue retry --all");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String word = given.word(0);
    if (given.flag("--all") == (word != null)) {
      throw Failure.usage(
          word == null ? "retry which?" : "--all and ITEM do not go together",
          "Say: orc queue retry ITEM, or orc queue retry --all");
    }
    ApiClient api = ApiClient.of(here);
    BatchStatus batch = BatchFinder.chosen(api, given.text("--batch"));
    BatchItem item = word == null ? null : BatchProjectFinder.named(batch, word);
    if (item != null && batch.endedAt() != null) {
      String over = "batch " + batch.batch() + " is over";
      throw new Failure(Failure.REFUSED, over, again(batch, item));
    }
    ItemRequest request =
        new ItemRequest(
            CallerIds.next(),
            Projects.caller(here),
            item == null ? null : item.id(),
            false,
            given.text("--reason"));
    Accepted accepted =
        api.post(Accepted.class, BatchFinder.of(batch.batch(), "items/retry"), request);
    String who = item == null ? "All that failed in " + batch.batch() : item.name();
    BatchAcknowledgement.say(
        given, here, accepted, who + (item == null ? " are" : " is") + " tried again");
    return Failure.DONE;
  }

  private static String again(BatchStatus batch, BatchItem item) {
    String where = batch.batch().equals(BatchFinder.QUEUE) ? "" : " --batch " + batch.batch();
    return "Add " + item.name() + " again: orc queue add " + item.spec() + where;
  }
}
