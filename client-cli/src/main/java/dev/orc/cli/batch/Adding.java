package dev.orc.cli.batch;

import dev.orc.cli.api.Api;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchWish;
import java.util.ArrayList;
import java.util.List;

/** Says what has become of projects that were added to a batch. Stateless. */
public final class Adding {
  private Adding() {}

  public static void say(Surroundings here, BatchAdded added) {
    long repeated = added.entries().stream().filter(BatchAdded.Entry::repeated).count();
    for (BatchAdded.Entry entry : added.entries()) {
      String what = entry.repeated() ? "Was there already: " : "Added ";
      here.say(Clean.line(what + entry.name() + " (" + entry.item() + ")"));
    }
    long fresh = added.entries().size() - repeated;
    String batch = Clean.line(added.batch());
    here.say(fresh + (fresh == 1 ? " project" : " projects") + " added to batch " + batch + ".");
    String which = batch.equals(Batches.QUEUE) ? "" : " --batch " + batch;
    here.say("Follow it: orc queue watch" + which + " · see it: orc queue list" + which);
  }

  /** Says which wishes came too late: a batch keeps the numbers that it began with. */
  public static void unheeded(Surroundings here, Api api, String batch, BatchWish wish) {
    if (wish.equals(BatchWish.NONE)) {
      return;
    }
    BatchSettings has = Batches.one(api, batch).settings();
    if (has == null) {
      return;
    }
    List<String> late = new ArrayList<>();
    if (wish.parallel() != null && wish.parallel() != has.parallel()) {
      late.add("--parallel");
    }
    if (wish.continueOnError() != null && wish.continueOnError() != has.continueOnError()) {
      late.add("--stop-on-error");
    }
    if (wish.logLevel() != null && !wish.logLevel().equals(has.level().name())) {
      late.add("--log-level");
    }
    if (!late.isEmpty()) {
      String options = String.join(", ", late);
      String name = Clean.line(batch);
      here.say("Too late for " + options + ": batch " + name + " goes on as it began.");
    }
  }
}
