package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends this host's worker and its Temporal, gently or as a power cut would. Stateless. */
public final class WorkerStop {
  private WorkerStop() {}

  /** Ends what runs, and waits for it; answers what was ended, one word and pid each. */
  public static List<String> of(CommandContext here, boolean keepTemporal) {
    Path state = here.folders().state();
    List<OwnProcess> ended = new ArrayList<>();
    // The keeper first: it passes the signal on, and would start a worker that ended alone again.
    OwnProcess.keeper(state).ifPresent(ended::add);
    OwnProcess.worker(state).ifPresent(ended::add);
    if (!keepTemporal) {
      OwnProcess.temporal(state).ifPresent(ended::add);
    }
    ended.forEach(OwnProcess::end);
    return ended.stream().map(OwnProcess::toString).toList();
  }

  /** Kills the worker with SIGKILL; false when none runs. */
  public static boolean killWorker(CommandContext here) {
    return kill(OwnProcess.worker(here.folders().state()));
  }

  /** Kills the Temporal server that we started with SIGKILL; false when none runs. */
  public static boolean killTemporal(CommandContext here) {
    return kill(OwnProcess.temporal(here.folders().state()));
  }

  /** The process of the Temporal server that we started; 0 when none runs. */
  public static long temporalPid(CommandContext here) {
    return OwnProcess.temporal(here.folders().state()).map(OwnProcess::pid).orElse(0L);
  }

  private static boolean kill(Optional<OwnProcess> process) {
    return process.map(found -> found.handle().destroyForcibly()).orElse(false);
  }
}
