package dev.orc.cli.queue;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.Ids;
import dev.orc.cli.batch.Batches;
import dev.orc.cli.batch.Items;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
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
  public int run(Given given, Surroundings here) {
    Api api = Api.of(here);
    BatchStatus batch = Batches.chosen(api, given.text("--batch"));
    BatchItem item = Items.named(batch, given.word(0));
    ItemRequest request =
        new ItemRequest(
            Ids.next(),
            Projects.caller(here),
            item.id(),
            given.flag("--stop"),
            given.text("--reason"));
    Accepted accepted =
        api.post(Accepted.class, Batches.of(batch.batch(), "items/remove"), request);
    Asked.say(given, here, accepted, item.name() + " is removed from " + batch.batch());
    return Failure.DONE;
  }
}
