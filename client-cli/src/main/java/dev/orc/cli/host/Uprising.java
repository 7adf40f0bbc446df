package dev.orc.cli.host;

import dev.orc.cli.api.Api;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.Children;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Programs;
import dev.orc.cli.command.Surroundings;
import dev.orc.workflows.model.HostHealth;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts this host's worker, and waits until it answers. Stateless. */
public final class Uprising {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 50;

  private Uprising() {}

  /** The API of a worker that answers; started first when it is this host's and down. */
  public static Api apiOf(Surroundings here) {
    Optional<HostHealth> health = health(here);
    if (health.isEmpty()) {
      if (here.variable("ORC_ADDRESS") != null) {
        return Api.of(here);
      }
      here.err().println("orc: starting the worker ...");
      here.err().flush();
      here.err().println("orc: " + Up.oneLine(start(here)));
    }
    return Api.of(here);
  }

  /** How the worker is; empty when nobody answers. */
  public static Optional<HostHealth> health(Surroundings here) {
    try {
      return Optional.of(Api.of(here).get(HostHealth.class, "/v1/health"));
    } catch (WorkerDown e) {
      return Optional.empty();
    }
  }

  /** Starts the worker with its keeper, apart from this terminal; returns once it answers. */
  public static HostHealth start(Surroundings here) {
    Path log = here.folders().logs().resolve("keeper.log");
    Process keeper = launch(here, log);
    Instant end = Instant.now().plus(LONGEST);
    try {
      while (Instant.now().isBefore(end)) {
        boolean ended = keeper.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        Optional<HostHealth> health = health(here);
        if (health.isPresent()) {
          return health.get();
        }
        // Refused means that another worker is about to be up: its answer is as good.
        if (ended && keeper.exitValue() != Failure.REFUSED) {
          throw Failure.failed(
              "the worker ended at once with " + keeper.exitValue(), "See: " + log);
        }
        if (ended) {
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", "The worker may still come up");
    }
    throw Failure.failed(
        "the worker does not answer after " + LONGEST.toSeconds() + " s", "See: " + log);
  }

  private static Process launch(Surroundings here, Path log) {
    String launcher = here.variable("ORC_LAUNCHER");
    if (launcher == null) {
      throw Failure.failed("ORC_LAUNCHER is not set", "Start orc by its launcher, ./orc");
    }
    List<String> command = new ArrayList<>(ownSession(here));
    command.addAll(List.of("sh", launcher, "worker", "run", "--keep"));
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder = Children.of(here, command);
      // An agent that starts the worker must not lend it its own identity.
      builder.environment().keySet().removeIf(Uprising::ofAnAgent);
      return builder
          .directory(here.folders().state().toFile())
          .redirectInput(new File("/dev/null"))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw Failure.failed("the worker cannot be started: " + e.getMessage(), "See: orc doctor");
    }
  }

  private static boolean ofAnAgent(String variable) {
    return List.of("ORC_ROLE", "ORC_PROJECT", "ORC_INCARNATION", "TMUX", "TMUX_PANE")
        .contains(variable);
  }

  /** What puts a program into a session of its own, so that no terminal's end reaches it. */
  private static List<String> ownSession(Surroundings here) {
    if (Programs.onPath("setsid", here).isPresent()) {
      return List.of("setsid");
    }
    if (Programs.onPath("perl", here).isPresent()) {
      return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die");
    }
    return List.of("nohup");
  }
}
