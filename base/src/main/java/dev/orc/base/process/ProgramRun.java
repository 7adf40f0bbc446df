package dev.orc.base.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A program to run to its end, by argument vector, never by a shell. Immutable; each {@link #run}
 * starts a process of its own and leaves none behind.
 *
 * @param without the inherited variables that the program must not see
 * @param within after so long the program and its children are killed
 * @param keep how many bytes of each output are kept, counted from its end
 * @param together whether error output goes where the output goes
 * @param input what it reads from its standard input, which ends there
 */
public record ProgramRun(
    List<String> command,
    Path directory,
    Map<String, String> environment,
    Predicate<String> without,
    Duration within,
    int keep,
    boolean together,
    String input) {

  private static final int USUAL_KEEP = 32 * 1024 * 1024;

  public ProgramRun {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The program with nothing special about it: a minute of time, all output kept. */
  public static ProgramRun of(List<String> command) {
    return new ProgramRun(
        command, null, Map.of(), name -> false, Duration.ofMinutes(1), USUAL_KEEP, false, "");
  }

  public ProgramRun in(Path folder) {
    return new ProgramRun(command, folder, environment, without, within, keep, together, input);
  }

  /** Adds to the inherited environment. */
  public ProgramRun with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new ProgramRun(command, directory, all, without, within, keep, together, input);
  }

  public ProgramRun without(Predicate<String> names) {
    return new ProgramRun(command, directory, environment, names, within, keep, together, input);
  }

  public ProgramRun within(Duration limit) {
    return new ProgramRun(command, directory, environment, without, limit, keep, together, input);
  }

  /** Lets it read the text from its standard input; nothing otherwise. */
  public ProgramRun reading(String text) {
    return new ProgramRun(command, directory, environment, without, within, keep, together, text);
  }

  /** Keeps only the end of each output. */
  public ProgramRun keepingEnds(int bytes) {
    return new ProgramRun(command, directory, environment, without, within, bytes, false, input);
  }

  /** Keeps only the end of the output, errors included in their order. */
  public ProgramRun keepingEnd(int bytes) {
    return new ProgramRun(command, directory, environment, without, within, bytes, true, input);
  }

  /**
   * Runs it and waits for its end.
   *
   * @param meanwhile called about every second; what it throws ends the program and is passed on
   * @throws UncheckedIOException when the program can not be started
   */
  public Ended run(Runnable meanwhile) throws InterruptedException {
    Process process = start();
    try {
      Tail out = Tail.of(process.getInputStream(), keep);
      Tail err = Tail.of(process.getErrorStream(), keep);
      feed(process);
      boolean ended = awaitEnd(process, meanwhile);
      if (!ended) {
        kill(process);
        process.waitFor();
      }
      return new Ended(process.exitValue(), !ended, out.text(), err.text());
    } finally {
      kill(process);
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(together);
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    builder.environment().keySet().removeIf(without);
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("'" + command.get(0) + "' can not be started", e);
    }
  }

  /** On a thread of its own, since a program may write before it has read everything. */
  private void feed(Process process) {
    Thread feeder = new Thread(() -> write(process.getOutputStream()), "program input");
    feeder.setDaemon(true);
    feeder.start();
  }

  private void write(OutputStream standardInput) {
    try (standardInput) {
      standardInput.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // The program did not want all of it, or is gone; its exit status tells.
    }
  }

  private boolean awaitEnd(Process process, Runnable meanwhile) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      if (process.waitFor(Math.min(left, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (left <= 0) {
        return false;
      }
      meanwhile.run();
    }
  }

  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
