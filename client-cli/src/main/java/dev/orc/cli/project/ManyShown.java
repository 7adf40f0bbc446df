package dev.orc.cli.project;

import dev.orc.cli.api.Json;
import dev.orc.cli.batch.SpecFinds;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.StartPlanText;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import java.util.ArrayList;
import java.util.List;

/** Shows what starting several specs would be; changes nothing. Not thread-safe. */
final class ManyShown {
  private final Starting starting;
  private final Surroundings here;

  ManyShown(Starting starting, Surroundings here) {
    this.starting = starting;
    this.here = here;
  }

  /** Asks for each what would be started; one that can not be is said and fails the whole. */
  int show(SpecsReport report, StartRequest common, boolean json) {
    List<Started> planned = new ArrayList<>();
    int exit = Failure.DONE;
    for (SpecEntry entry : report.entries()) {
      say(json, entry.name() + ": " + order(entry));
      if (entry.skipped() == null) {
        try {
          Started one = starting.planned(SpecFinds.start(entry, common));
          planned.add(one);
          lines(json, one);
        } catch (Failure e) {
          here.err()
              .println(
                  "orc: " + Clean.line(entry.name() + ": " + e.getMessage() + ". " + e.remedy()));
          exit = exit == Failure.DONE ? e.exit() : exit;
        }
      }
    }
    if (json) {
      here.say(Json.text(planned));
    } else {
      here.say(planned.size() + " would be started as a batch; nothing was changed.");
    }
    return exit;
  }

  private static String order(SpecEntry entry) {
    if (entry.skipped() != null) {
      return "skipped, " + entry.skipped();
    }
    String after =
        entry.dependsOn().isEmpty() ? "" : ", after " + String.join(", ", entry.dependsOn());
    String tags = entry.tags().isEmpty() ? "" : ", tags " + String.join(", ", entry.tags());
    return "priority " + entry.priority() + after + tags;
  }

  private void lines(boolean json, Started one) {
    if (!json) {
      new StartPlanText(one)
          .lines(here.terminal().room() - 2)
          .forEach(line -> here.say("  " + line));
    }
  }

  private void say(boolean json, String line) {
    if (!json) {
      here.say(Clean.line(line));
    }
  }
}
