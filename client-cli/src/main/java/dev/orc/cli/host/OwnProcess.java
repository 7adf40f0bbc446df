package dev.orc.cli.host;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of this host that its pid file names. It counts only when its command line is what it
 * should be: a pid may belong to a stranger by now. Immutable.
 */
record OwnProcess(ProcessHandle handle, String name) {
  private static final long PATIENCE_SECONDS = 20;

  static Optional<OwnProcess> keeper(Path state) {
    return of(number(state.resolve("keeper.pid")), "--keep", "keeper");
  }

  static Optional<OwnProcess> worker(Path state) {
    return of(number(state.resolve("worker.pid")), "dev.orc.worker.WorkerMain", "worker");
  }

  /** Temporal's development server or the embedded one, whichever the worker has started. */
  static Optional<OwnProcess> temporal(Path state) {
    Path record = state.resolve("temporal/server.json");
    try {
      Object pid = ApiJson.readMap(Files.readAllBytes(record)).get("pid");
      Optional<Long> number =
          pid instanceof Number found ? Optional.of(found.longValue()) : Optional.empty();
      Optional<OwnProcess> development = of(number, "start-dev", "Temporal");
      return development.isPresent() ? development : of(number, "EmbeddedServerMain", "Temporal");
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(record, e);
    }
  }

  long pid() {
    return handle.pid();
  }

  /** Asks it to end, waits, and ends it by force when it does not listen. */
  void end() {
    handle.destroy();
    if (!awaitEnd()) {
      handle.destroyForcibly();
      if (!awaitEnd()) {
        throw Failure.failed(
            "the " + name + " (process " + pid() + ") does not end", "End it: kill -9 " + pid());
      }
    }
  }

  @Override
  public String toString() {
    return name + " " + pid();
  }

  private boolean awaitEnd() {
    try {
      handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return !handle.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }

  private static Optional<OwnProcess> of(Optional<Long> pid, String mark, String name) {
    return pid.flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> commandLine(handle).contains(mark))
        .map(handle -> new OwnProcess(handle, name));
  }

  /** From /proc where there is one: the handle's own answer is cut at 4 KB, and ours is longer. */
  private static String commandLine(ProcessHandle handle) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + handle.pid() + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return handle.info().commandLine().orElse("");
    }
  }

  private static Optional<Long> number(Path pidFile) {
    try {
      return Optional.of(Long.valueOf(Files.readString(pidFile).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(pidFile, e);
    }
  }

  private static Failure unreadable(Path file, IOException e) {
    return Failure.failed("cannot read " + file + ": " + e.getMessage(), "See its permissions");
  }
}
