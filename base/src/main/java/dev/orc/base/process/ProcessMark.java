package dev.orc.base.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that is known again: its pid alone may belong to a stranger by now.
 *
 * @param mark its start time, in the system's own unit; not by the wall clock, which may jump
 */
public record ProcessMark(long pid, String mark) {
  /** The running process of that pid; empty when there is none, or only its remains. */
  public static Optional<ProcessMark> of(long pid) {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (Files.exists(Path.of("/proc/self/stat"))) {
      return fromProc(pid, stat);
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(handle -> new ProcessMark(pid, startOf(handle)));
  }

  public boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Asks the process to end, and makes it end when it has not within the time. */
  public void end(Duration patience) throws InterruptedException {
    Optional<ProcessHandle> handle = alive() ? ProcessHandle.of(pid) : Optional.empty();
    if (handle.isEmpty()) {
      return;
    }
    handle.get().destroy();
    if (!awaitEnd(handle.get(), patience) && alive()) {
      handle.get().destroyForcibly();
      awaitEnd(handle.get(), patience);
    }
  }

  private boolean awaitEnd(ProcessHandle handle, Duration patience) throws InterruptedException {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return !alive();
    } catch (ExecutionException unknown) {
      throw new IllegalStateException("cannot wait for process " + pid, unknown);
    }
  }

  private static Optional<ProcessMark> fromProc(long pid, Path stat) {
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      boolean remains = fields[0].equals("Z") || fields[0].equals("X");
      return remains ? Optional.empty() : Optional.of(new ProcessMark(pid, fields[19]));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Object::toString).orElse("unknown");
  }
}
