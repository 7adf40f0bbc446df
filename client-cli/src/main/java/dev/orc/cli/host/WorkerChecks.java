package dev.orc.cli.host;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Surroundings;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the doctor learns from the worker. Stateless. */
final class WorkerChecks {
  private WorkerChecks() {}

  static List<Check> all(Surroundings here) {
    try {
      return Uprising.health(here)
          .map(health -> of(health, here))
          .orElseGet(() -> List.of(Check.warn("worker", "not running", "Start it: orc up")));
    } catch (Failure e) {
      return List.of(Check.fail("worker", e.getMessage(), e.remedy()));
    }
  }

  private static List<Check> of(HostHealth health, Surroundings here) {
    List<Check> checks = new ArrayList<>();
    checks.add(worker(health));
    checks.add(reachable(health));
    checks.add(durable(health));
    checks.add(control(health));
    checks.add(configuration(here, health));
    if (health.outbox() > 0) {
      checks.add(Check.warn("outbox", health.outbox() + " words of agents wait", "See: orc logs"));
    }
    return checks;
  }

  private static Check worker(HostHealth health) {
    String detail = health.version() + ", process " + health.pid() + " on " + health.host();
    return health.version().equals(Version.current())
        ? Check.ok("worker", detail)
        : Check.warn(
            "worker",
            detail + ", this program is " + Version.current(),
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

  /** A worker only comes up with a valid configuration; what changed since, it does not know. */
  private static Check configuration(Surroundings here, HostHealth health) {
    Path file = here.folders().config().resolve("config.yaml");
    try {
      boolean newer =
          Files.exists(file)
              && Files.getLastModifiedTime(file).toInstant().isAfter(health.startedAt());
      return newer
          ? Check.warn("config", file + " is newer than the worker", "Take it up: orc down, orc up")
          : Check.ok("config", Files.exists(file) ? file.toString() : "defaults");
    } catch (IOException e) {
      return Check.fail("config", "cannot read " + file + ": " + e.getMessage(), "See: ls -l");
    }
  }
}
