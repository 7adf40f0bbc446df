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

/** {@code orc queue remove}: takes a project out of a batch. */
final class QueueRemove implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "remove", "Take a project out of a batch.")
        .word("ITEM", "Its name, its project or its id.")
        .flag("--stop", "Stop it if it runs; its worktrees and branches stay.")
        .option("--reason", "TEXT", "Why; it stands in the story.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue remove shop")
        .example("orc queue remove shop --stop --reason \"wrong spec\"");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    ApiClient api = ApiClient.of(here);
    BatchStatus batch = BatchFinder.chosen(api, given.text("--batch"));
    BatchItem item = BatchProjectFinder.named(batch, given.word(0));
    ItemRequest request =
        new ItemRequest(
            CallerIds.next(),
            Projects.caller(here),
            item.id(),
            given.flag("--stop"),
            given.text("--reason"));
    Accepted accepted =
        api.post(Accepted.class, BatchFinder.of(batch.batch(), "items/remove"), request);
    BatchAcknowledgement.say(
        given, here, accepted, item.name() + " is removed from " + batch.batch());
    return Failure.DONE;
  }
}
