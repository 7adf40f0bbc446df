package dev.orc.cli.queue;

import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import java.util.List;

/** {@code orc queue}: projects that are worked on one after another, or some at a time. */
public final class Queue implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "queue", "Work through many projects: retries what fails, asks at last.")
        .flag("--all", "What is over, too, as by list.")
        .option("--batch", "NAME", "Which batch; otherwise the host's queue.")
        .json()
        .below(
            List.of(
                new QueueAdd(),
                new QueueList(),
                new QueueShow(),
                new QueueRemove(),
                new QueueMove(),
                QueueVerb.PAUSE,
                QueueVerb.RESUME,
                new QueueRetry(),
                new QueueWatch(),
                new QueueReport()))
        .example("orc queue add shop.md blog.md")
        .example("orc queue")
        .example("orc queue watch");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    return new QueueList().run(given, here);
  }
}
