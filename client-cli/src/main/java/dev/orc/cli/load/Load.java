package dev.orc.cli.load;

import dev.orc.cli.api.Json;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Given;
import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.stage.Stage;
import java.util.Map;

/** {@code orc load}: what this machine can carry, measured on a throwaway host. */
public final class Load implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of(this, "load", "Measure launch, delivery and detection with scripted teams.")
        .number("--projects", "N", "How many projects; 4.")
        .number("--agents", "M", "Agents in each team, 15 at most; 5.")
        .number("--messages", "K", "Messages in all; 200.")
        .number("--rate", "R", "Messages a second; 20.")
        .number("--deaths", "D", "Agents to kill, one after another; 5.")
        .number("--idle", "S", "Seconds to watch the idle worker; 20.")
        .number("--kill-worker", "S", "Kill the worker every S seconds meanwhile.")
        .number("--kill-server", "S", "Kill the Temporal server every S seconds.")
        .number("--queue", "N", "Instead: a queue of N small projects, checked at the end.")
        .number("--parallel", "P", "Of these so many at a time; 4.")
        .number("--fail-once", "PERCENT", "Of these so many fail at first; 10.")
        .number("--fail-always", "PERCENT", "Of these so many fail for good; 5.")
        .option("--server", "KIND", "development or embedded; the best there is.")
        .flag("--keep", "Leave the throwaway host as it is.")
        .json()
        .example("orc load --projects 20 --agents 5 --messages 1000 --json")
        .example("orc load --projects 2 --messages 200 --kill-worker 10")
        .example("orc load --queue 200 --parallel 4 --kill-worker 20 --kill-server 45");
  }

  @Override
  public int run(Given given, Surroundings here) {
    return given.number("--queue") == null ? teams(given, here) : queue(given, here);
  }

  private static int teams(Given given, Surroundings here) {
    QueueOptions.requireNone(given);
    LoadOptions options = LoadOptions.of(given);
    try (Stage stage =
        Stage.set(on(options.server(), here), "load", LoadRun.AGENTS, settings(), options.keep())) {
      Figures figures = new LoadRun(stage, options, line -> progress(here, line)).measure();
      return end(figures, stage, options.keep(), given, here);
    }
  }

  private static int queue(Given given, Surroundings here) {
    QueueOptions options = QueueOptions.of(given);
    try (Stage stage =
        Stage.set(
            on(options.server(), here),
            "queue",
            QueueLoad.AGENTS,
            settings(),
            QueueLoad.QUEUE,
            options.keep())) {
      Figures figures = new QueueLoad(stage, options, line -> progress(here, line)).measure();
      return end(figures, stage, options.keep(), given, here);
    }
  }

  private static Surroundings on(String server, Surroundings here) {
    return server == null ? here : here.with("TEMPORAL_KIND", server);
  }

  private static int end(
      Figures figures, Stage stage, boolean keep, Given given, Surroundings here) {
    here.say(given.flag("--json") ? Json.text(figures.all()) : figures.text().stripTrailing());
    if (keep) {
      here.err().println("orc load: left in " + stage.folder());
    }
    return sound(figures) ? Failure.DONE : Failure.FAILED;
  }

  private static void progress(Surroundings here, String line) {
    here.err().println("orc load: " + line);
    here.err().flush();
  }

  /** Killed agents come back at once: how long they wait is not what is measured. */
  private static Map<String, String> settings() {
    return Map.of("restart-first", "1s");
  }

  private static boolean sound(Figures figures) {
    for (String fault : new String[] {"lost", "duplicated", "reordered", "faults"}) {
      Object count = figures.all().get(fault);
      if (count != null && !count.equals(0)) {
        return false;
      }
    }
    return true;
  }
}
