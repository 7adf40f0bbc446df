package dev.orc.cli.batch;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.BatchAdded;

/** Says what has become of projects that were added to a batch. Stateless. */
public final class Adding {
  private Adding() {}

  public static void say(CommandContext here, BatchAdded added) {
    long repeated = added.entries().stream().filter(BatchAdded.Entry::repeated).count();
    for (BatchAdded.Entry entry : added.entries()) {
      String what = entry.repeated() ? "Was there already: " : "Added ";
      here.say(Clean.line(what + entry.name() + " (" + entry.item() + ")"));
    }
    long fresh = added.entries().size() - repeated;
    String batch = Clean.line(added.batch());
    here.say(fresh + (fresh == 1 ? " project" : " projects") + " added to batch " + batch + ".");
    String which = batch.equals(BatchFinder.QUEUE) ? "" : " --batch " + batch;
    here.say("Follow it: orc queue watch" + which + " · see it: orc queue list" + which);
  }
}
