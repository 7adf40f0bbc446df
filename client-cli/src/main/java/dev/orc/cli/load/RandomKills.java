package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.cli.load.KillPlan.Kill;
import dev.orc.cli.load.KillPlan.Victim;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.model.HostHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Kills what the plan says with SIGKILL, from a thread of its own. What is not there at that moment
 * is not counted.
 */
final class RandomKills implements AutoCloseable {
  private static final String AGENTS = "#{@orc_project}:#{@orc_role} #{pane_dead} #{pane_pid}";

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration BACK = Duration.ofSeconds(30);

  private final Stage stage;
  private final KillPlan plan;
  private final Instant end;
  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
  private final Thread thread = new Thread(this::run, "kills-at-random");

  RandomKills(Stage stage, KillPlan plan, Instant end) {
    this.stage = stage;
    this.plan = plan;
    this.end = end;
    thread.setDaemon(true);
  }

  RandomKills begin() {
    thread.start();
    return this;
  }

  /** Ends the killing. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }

  /** How often what was killed; to be asked when the killing has ended. */
  int count(Victim victim) {
    return kills.getOrDefault(victim, 0);
  }

  private void run() {
    try {
      while (Instant.now().isBefore(end)) {
        Kill next = plan.next();
        if (!next.hasty()) {
          awaitBack();
        }
        Moment.await(Instant.now().plus(next.after()));
        if (Instant.now().isBefore(end) && kill(next)) {
          kills.merge(next.victim(), 1, Integer::sum);
        }
      }
    } catch (Failure e) {
      if (e.exit() != Failure.INTERRUPTED) {
        throw e;
      }
    }
  }

  /** What takes longer is killed nevertheless. */
  private void awaitBack() {
    var unused = Moment.awaitThat(() -> answers(stage), LOOK, BACK);
  }

  /** Whether the worker and its server answer. */
  static boolean answers(Stage stage) {
    try {
      return WorkerStart.health(stage.here()).filter(HostHealth::temporalReachable).isPresent();
    } catch (Failure e) {
      if (e.exit() == Failure.INTERRUPTED) {
        throw e;
      }
      return false;
    }
  }

  private boolean kill(Kill next) {
    return switch (next.victim()) {
      case AGENT -> killOne(agents(), next.which());
      case WORKER -> WorkerStop.killWorker(stage.here());
      case TMUX -> killOne(asked("display-message", "-p", "#{pid}"), 0);
      case SERVER -> WorkerStop.killTemporal(stage.here());
    };
  }

  private static boolean killOne(List<String> pids, int which) {
    return !pids.isEmpty()
        && ProcessHandle.of(Long.parseLong(pids.get(which % pids.size())))
            .map(ProcessHandle::destroyForcibly)
            .orElse(false);
  }

  /** The processes of those that live, in the order of their names. */
  private List<String> agents() {
    return asked("list-panes", "-a", "-F", AGENTS).stream()
        .map(line -> line.split(" ", -1))
        .filter(line -> !line[0].endsWith(":") && line[1].equals("0"))
        .sorted(Comparator.comparing(line -> line[0]))
        .map(line -> line[2])
        .toList();
  }

  /** What tmux says; nothing while there is none. */
  private List<String> asked(String... question) {
    try {
      return stage.output(stage.folder(), stage.tmux(question)).lines().toList();
    } catch (Failure e) {
      if (e.exit() == Failure.INTERRUPTED) {
        throw e;
      }
      return List.of();
    }
  }
}
