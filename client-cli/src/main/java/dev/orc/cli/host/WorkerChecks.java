package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.screen.Clean;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.StuckRun;
import java.util.ArrayList;
import java.util.List;

/** What the doctor learns from the worker. Stateless. */
final class WorkerChecks {
  private WorkerChecks() {}

  static List<Check> all(CommandContext here) {
    try {
      return WorkerStart.health(here)
          .map(health -> of(health, here))
          .orElseGet(() -> List.of(Check.warn("worker", "not running", "Start it: orc up")));
    } catch (Failure e) {
      return List.of(Check.fail("worker", e.getMessage(), e.remedy()));
    }
  }

  private static List<Check> of(HostHealth health, CommandContext here) {
    List<Check> checks = new ArrayList<>();
    checks.add(worker(health));
    checks.add(reachable(health));
    checks.add(durable(health));
    checks.add(control(health));
    if (health.outbox() > 0) {
      checks.add(Check.warn("outbox", health.outbox() + " words of agents wait", "See: orc logs"));
    }
    if (health.refused() > 0) {
      checks.add(
          Check.warn(
              "refused words",
              health.refused() + " words of agents were refused for good",
              "Read them: orc notices; then delete them: " + refusedFolder(here)));
    }
    health.stuck().forEach(run -> checks.add(stuck(run)));
    return checks;
  }

  private static String refusedFolder(CommandContext here) {
    return here.folders().outbox().resolve("refused").toString();
  }

  private static Check stuck(StuckRun run) {
    return Check.fail(
        run.project(),
        "does not go on: " + Clean.line(run.cause()) + " (" + run.attempts() + " attempts)",
        "Run: orc heal " + run.project() + ", or else: orc stop " + run.project() + " --force");
  }

  private static Check worker(HostHealth health) {
    String detail = health.version() + ", process " + health.pid() + " on " + health.host();
    return health.version().equals(VersionCommand.current())
        ? Check.ok("worker", detail)
        : Check.warn(
            "worker",
            detail + ", this program is " + VersionCommand.current(),
            "Restart it: orc down, orc up");
  }

  private static Check reachable(HostHealth health) {
    String detail = health.temporalKind() + " at " + health.temporalAddress();
    return health.temporalReachable()
        ? Check.ok("server", detail)
        : Check.fail("server", detail + " does not answer", "See: orc logs --temporal");
  }

  private static Check durable(HostHealth health) {
    return health.temporalDurable()
        ? Check.ok("durable", "runs survive a restart of the server")
        : Check.warn(
            "durable", "runs end with the embedded server", "Run: orc setup, orc down, orc up");
  }

  private static Check control(HostHealth health) {
    if (health.tmuxControl()) {
      return Check.ok("tmux control", "connected to socket " + health.tmuxSocket());
    }
    return health.projects() == 0
        ? Check.ok("tmux control", "no session yet on socket " + health.tmuxSocket())
        : Check.warn("tmux control", "not connected; a process a command serves", "See: orc logs");
  }
}
