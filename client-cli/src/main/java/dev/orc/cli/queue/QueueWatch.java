package dev.orc.cli.queue;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.batch.BatchFinder;
import dev.orc.cli.batch.BatchFollowing;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;

/** {@code orc queue watch}: follows a batch until nothing is left to do. */
final class QueueWatch implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "watch", "Follow a batch until nothing is left to do.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .example("orc queue watch");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    String batch = BatchFinder.chosen(ApiClient.of(here), given.text("--batch")).batch();
    return new BatchFollowing(batch, here, given.flag("--json")).untilOver();
  }
}
