package dev.orc.cli.host;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.NoAddress;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.Programs;
import dev.orc.cli.command.Signals;
import dev.orc.workflows.model.HostHealth;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts this host's worker, and waits until it answers. Stateless. */
public final class WorkerStart {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 50;

  private WorkerStart() {}

  /** The API of a worker that answers; started first when it is this host's and down. */
  public static ApiClient apiOf(CommandContext here) {
    Optional<HostHealth> health = health(here);
    if (health.isEmpty()) {
      if (here.variable("ORC_ADDRESS") != null) {
        return ApiClient.of(here);
      }
      here.err().println("orc: starting the worker ...");
      here.err().flush();
      here.err().println("orc: " + Up.oneLine(start(here)));
    } else {
      ConfigurationAge.warn(here);
    }
    return ApiClient.of(here);
  }

  /** How the worker is; empty when nobody answers. */
  public static Optional<HostHealth> health(CommandContext here) {
    try {
      return Optional.of(ApiClient.of(here).get(HostHealth.class, "/v1/health"));
    } catch (WorkerDown e) {
      return Optional.empty();
    } catch (NoAddress e) {
      if (OwnProcess.worker(here.folders().state()).isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Starts the worker with its keeper, apart from this terminal; returns once it answers. */
  public static HostHealth start(CommandContext here) {
    Path file = here.folders().logs().resolve("keeper.log");
    try {
      KeeperLog log = KeeperLog.of(file);
      Process keeper = launch(here, file);
      Thread onSignal = new Thread(keeper::destroy, "take-back");
      // Until the worker answers nobody else knows the keeper, and Ctrl-C means it.
      Signals.atEnd(onSignal);
      try {
        return awaited(here, keeper, log);
      } finally {
        Signals.forget(onSignal);
      }
    } catch (IOException e) {
      throw Failure.failed("the worker cannot be started: " + e.getMessage(), "See: orc doctor");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", "The worker may still come up");
    }
  }

  private static HostHealth awaited(CommandContext here, Process keeper, KeeperLog log)
      throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      boolean ended = keeper.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      Optional<HostHealth> health = health(here);
      if (health.isPresent()) {
        return health.get();
      }
      Optional<Failure> refusal = log.refusal();
      if (refusal.isPresent()) {
        // Nobody is helped by a keeper that tries again and again what a person has to mend.
        keeper.destroy();
        keeper.waitFor();
        throw refusal.get();
      }
      if (ended) {
        requireAnother(here, keeper.exitValue(), log);
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    }
    throw Failure.failed(
        "the worker does not answer after " + LONGEST.toSeconds() + " s", "See: " + log.file());
  }

  /** A keeper may end because another is about to have its worker up: that one is as good. */
  private static void requireAnother(CommandContext here, int exit, KeeperLog log) {
    Path state = here.folders().state();
    boolean another =
        exit == Failure.REFUSED
            && (OwnProcess.keeper(state).isPresent() || OwnProcess.worker(state).isPresent());
    if (!another) {
      throw log.said(exit)
          .orElseGet(
              () -> Failure.failed("the worker ended at once with " + exit, "See: " + log.file()));
    }
  }

  private static Process launch(CommandContext here, Path log) throws IOException {
    String launcher = here.variable("ORC_LAUNCHER");
    if (launcher == null) {
      throw Failure.failed("ORC_LAUNCHER is not set", "Start orc by its launcher, ./orc");
    }
    List<String> command = new ArrayList<>(ownSession(here));
    command.addAll(List.of("sh", launcher, "worker", "run", "--keep"));
    ProcessBuilder builder = ProgramStarts.of(here, command);
    // An agent that starts the worker must not lend it its own identity.
    builder.environment().keySet().removeIf(WorkerStart::ofAnAgent);
    return builder
        .directory(here.folders().state().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static boolean ofAnAgent(String variable) {
    return List.of(
            "ORC_ROLE", "ORC_PROJECT", "ORC_INCARNATION", "ORC_LIFE_FILE", "TMUX", "TMUX_PANE")
        .contains(variable);
  }

  /** What puts a program into a session of its own, so that no terminal's end reaches it. */
  private static List<String> ownSession(CommandContext here) {
    if (Programs.onPath("setsid", here).isPresent()) {
      return List.of("setsid");
    }
    if (Programs.onPath("perl", here).isPresent()) {
      return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die");
    }
    return List.of("nohup");
  }
}
