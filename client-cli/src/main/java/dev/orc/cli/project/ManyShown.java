package dev.orc.cli.project;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.StartPlanText;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.Started;
import java.util.ArrayList;
import java.util.List;

/** Shows what starting several specs would be; changes nothing. Not thread-safe. */
final class ManyShown {
  private static final String INDENT = "  ";

  private final Starting starting;
  private final CommandContext here;

  ManyShown(Starting starting, CommandContext here) {
    this.starting = starting;
    this.here = here;
  }

  /** Asks for each what would be started; one that can not be is said and fails the whole. */
  int show(BatchAdd batch, boolean json) {
    List<Started> planned = new ArrayList<>();
    int exit = Failure.DONE;
    for (BatchEntry entry : batch.entries()) {
      try {
        Started one = starting.planned(entry.start());
        planned.add(one);
        if (!json) {
          tell(entry, one);
        }
      } catch (Failure e) {
        String what = entry.name() + ": " + e.getMessage();
        here.err().println(Clean.line("orc: " + what + ". " + e.remedy()));
        exit = exit == Failure.DONE ? e.exit() : exit;
      }
    }
    here.say(json ? ApiJson.text(planned) : sum(batch, planned.size()));
    return exit;
  }

  private void tell(BatchEntry entry, Started one) {
    String after =
        entry.dependsOn().isEmpty() ? "" : ", after " + String.join(", ", entry.dependsOn());
    String tags = entry.tags().isEmpty() ? "" : ", tags " + String.join(", ", entry.tags());
    here.say(Clean.line(entry.name() + ": priority " + entry.priority() + after + tags));
    new StartPlanText(one)
        .lines(here.terminal().room() - INDENT.length())
        .forEach(line -> here.say(INDENT + line));
  }

  private static String sum(BatchAdd batch, int startable) {
    Integer parallel = batch.wish().parallel();
    String how = parallel == null ? "" : ", " + parallel + " at a time";
    return startable + " would be started as a batch" + how + ". Nothing was changed.";
  }
}
