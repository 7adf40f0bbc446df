package dev.orc.activities.git;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import io.temporal.activity.Activity;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code git} program, run by argument vector, in English, never asking anything. Thread-safe.
 */
public final class GitProgram {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Variables that would point git at another repository than the one it is run in. */
  private static final Set<String> MISLEADING =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_NAMESPACE",
          "GIT_PREFIX");

  private static final Map<String, String> QUIET =
      Map.of(
          "LC_ALL", "C",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_EDITOR", "true",
          "GIT_MERGE_AUTOEDIT", "no",
          "GIT_OPTIONAL_LOCKS", "0");

  private final String program;
  private final Map<String, String> environment;
  private final Runnable heartbeat;

  /**
   * @param environment added to the inherited one
   * @param heartbeat called every second or so while git works
   */
  public GitProgram(String program, Map<String, String> environment, Runnable heartbeat) {
    this.program = program;
    this.environment = Map.copyOf(environment);
    this.heartbeat = heartbeat;
  }

  /**
   * git for activities: while it takes its time, Temporal is told that it is alive.
   *
   * @param environment added to the inherited one
   */
  public static GitProgram heartbeating(Map<String, String> environment) {
    return new GitProgram("git", environment, () -> Activity.getExecutionContext().heartbeat(null));
  }

  /** git for callers that nobody waits for heartbeats of. */
  public static GitProgram plain() {
    return new GitProgram("git", Map.of(), () -> {});
  }

  /** What git prints, without the last newline; fails when git does. */
  String say(Path folder, String... arguments) {
    Ended ended = attempt(folder, arguments);
    if (!ended.well()) {
      throw new GitFailed("git " + arguments[0] + ": " + ended.firstLine());
    }
    return ended.out().endsWith("\n")
        ? ended.out().substring(0, ended.out().length() - 1)
        : ended.out();
  }

  /** Whether git ends well. */
  boolean agrees(Path folder, String... arguments) {
    return attempt(folder, arguments).well();
  }

  Ended attempt(Path folder, String... arguments) {
    return attempt(folder, Map.of(), List.of(arguments));
  }

  Ended attempt(Path folder, Map<String, String> more, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-c", "checkout.workers=2"));
    command.addAll(arguments);
    return runQuietly(
        ProgramRun.of(command).in(folder).with(environment).with(QUIET).with(more).within(LIMIT));
  }

  /** Runs another program beside git: same environment, same heartbeats. */
  Ended beside(ProgramRun run) {
    return runQuietly(run.with(environment));
  }

  void heartbeat() {
    heartbeat.run();
  }

  private Ended runQuietly(ProgramRun run) {
    try {
      return run.without(MISLEADING::contains).run(heartbeat);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitFailed("interrupted while " + run.command().get(0) + " was working", e);
    } catch (UncheckedIOException e) {
      throw new GitFailed(e.getMessage() + ": " + e.getCause().getMessage(), e);
    }
  }
}
