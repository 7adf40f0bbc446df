package dev.orc.cli.load;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Command;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.GivenArguments;
import dev.orc.cli.command.Syntax;
import dev.orc.cli.stage.Stage;
import dev.orc.lab.standin.StandIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code orc load}: what this machine can carry, measured on a throwaway host. */
public final class Load implements Command {
  private static final List<String> FAULTS =
      List.of("lost", "duplicated", "reordered", "refused", "wedged", "faults");

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "load", "Measure launch, delivery and detection.")
        .option("--driver", "NAME", "Instead: one real program, as claude.")
        .number("--projects", "N", "How many projects; 4.")
        .number("--agents", "M", "Agents in each team, 15 at most; 5.")
        .number("--messages", "K", "Messages in all; 200.")
        .number("--rate", "R", "Messages a second; 20.")
        .number("--deaths", "D", "Agents to kill, one after another; 5. With --driver: 3.")
        .number("--limits", "L", "With --driver: limits to run into, half a minute each; 3.")
        .number("--idle", "S", "Seconds to watch the idle worker; 20.")
        .number("--kill-worker", "S", "Kill the worker every S seconds meanwhile.")
        .number("--kill-server", "S", "Kill the Temporal server every S seconds.")
        .number("--burst", "N", "Instead: N messages at once to one agent with short turns.")
        .number("--kill-all", "S", "Instead: for S seconds kill everything at random.")
        .number("--seed", "N", "Of these kills; printed, the same seed kills alike.")
        .number("--queue", "N", "Instead: a queue of N small projects, checked at the end.")
        .number("--parallel", "P", "Of these so many at a time; 4.")
        .number("--fail-once", "PERCENT", "Of these so many fail at first; 10.")
        .number("--fail-always", "PERCENT", "Of these so many fail for good; 5.")
        .option("--server", "KIND", "development or embedded; the best there is.")
        .flag("--keep", "Leave the throwaway host as it is.")
        .json()
        .example("orc load --driver claude --messages 50")
        .example("orc load --projects 20 --agents 5 --messages 1000 --json")
        .example("orc load --projects 2 --messages 200 --kill-worker 10")
        .example("orc load --burst 200")
        .example("orc load --kill-all 60 --projects 4 --agents 3 --seed 7")
        .example("orc load --queue 200 --parallel 4 --kill-worker 20 --kill-server 45");
  }

  @Override
  public int run(GivenArguments given, CommandContext here) {
    if (given.number("--kill-all") != null) {
      return killAll(given, here);
    }
    KillAllOptions.requireNone(given);
    if (given.text("--driver") != null) {
      return program(given, here);
    }
    if (given.number("--burst") != null) {
      return burst(given, here);
    }
    return given.number("--queue") == null ? teams(given, here) : queue(given, here);
  }

  private static int program(GivenArguments given, CommandContext here) {
    QueueOptions.requireNone(given);
    DriverOptions options = DriverOptions.of(given);
    try (StandIn standIn = StandIn.open(0);
        RealStage real = RealStage.set(on(options.server(), here), standIn, options, settings())) {
      Figures figures =
          new DriverLoad(real, standIn, options, line -> progress(here, line)).measure();
      int exit = end(figures, real.stage(), options.keep(), given, here);
      if (exit == Failure.DONE) {
        real.succeeded();
      }
      return exit;
    } catch (IOException e) {
      throw Failure.failed("no port for the stand-in: " + e.getMessage(), "Try again");
    }
  }

  private static int burst(GivenArguments given, CommandContext here) {
    QueueOptions.requireNone(given);
    LoadOptions options =
        BurstLoad.options(
            LoadOptions.of(given), LoadOptions.number(given, "--burst", 200, 2, 100_000));
    try (Stage stage =
        Stage.set(
            on(options.server(), here), "burst", BurstLoad.AGENTS, settings(), options.keep())) {
      Figures figures = new BurstLoad(stage, options, line -> progress(here, line)).measure();
      return end(figures, stage, options.keep(), given, here);
    }
  }

  private static int killAll(GivenArguments given, CommandContext here) {
    QueueOptions.requireNone(given);
    KillAllOptions options = KillAllOptions.of(given);
    try (Stage stage =
        Stage.set(
            on(options.server(), here),
            "kills",
            KillAllLoad.AGENTS,
            KillAllLoad.SETTINGS,
            options.keep())) {
      Figures figures = new KillAllLoad(stage, options, line -> progress(here, line)).measure();
      return end(figures, stage, options.keep(), given, here);
    }
  }

  private static int teams(GivenArguments given, CommandContext here) {
    QueueOptions.requireNone(given);
    LoadOptions options = LoadOptions.of(given);
    try (Stage stage =
        Stage.set(on(options.server(), here), "load", LoadRun.AGENTS, settings(), options.keep())) {
      Figures figures = new LoadRun(stage, options, line -> progress(here, line)).measure();
      return end(figures, stage, options.keep(), given, here);
    }
  }

  private static int queue(GivenArguments given, CommandContext here) {
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

  private static CommandContext on(String server, CommandContext here) {
    return server == null ? here : here.with("TEMPORAL_KIND", server);
  }

  private static int end(
      Figures figures, Stage stage, boolean keep, GivenArguments given, CommandContext here) {
    here.say(given.flag("--json") ? ApiJson.text(figures.all()) : figures.text().stripTrailing());
    if (keep) {
      here.err().println("orc load: left in " + stage.folder());
    }
    return sound(figures) ? Failure.DONE : Failure.FAILED;
  }

  private static void progress(CommandContext here, String line) {
    here.err().println("orc load: " + line);
    here.err().flush();
  }

  /** Killed agents come back at once: how long they wait is not what is measured. */
  private static Map<String, String> settings() {
    return Map.of("restart-first", "1s");
  }

  private static boolean sound(Figures figures) {
    for (String fault : FAULTS) {
      Object count = figures.all().get(fault);
      if (count != null && !count.equals(0)) {
        return false;
      }
    }
    return true;
  }
}
