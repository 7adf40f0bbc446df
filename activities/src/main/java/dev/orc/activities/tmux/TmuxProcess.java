package dev.orc.activities.tmux;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts tmux client processes: one for each batch, or the long-lived one of control mode. Never
 * reads a person's configuration file. Thread-safe.
 */
final class TmuxProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TmuxSettings settings;

  TmuxProcess(TmuxSettings settings) {
    this.settings = settings;
  }

  /** Runs the batch in a process of its own. */
  Reply run(Batch batch) {
    return run(Quoting.arguments(batch.commands()), batch.summary());
  }

  /** What {@code tmux -V} prints. */
  String versionText() {
    List<String> command = List.of(settings.program(), "-V");
    return String.join(" ", finish(start(builder(command)), "tell its version").orThrow("start"));
  }

  /** The client of a control-mode connection to the session. */
  ProcessBuilder control(String session) {
    List<String> attach =
        List.of("-C", "attach-session", "-t", "=" + session, "-f", "no-output,ignore-size");
    return builder(commandLine(attach)).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private Reply run(List<String> arguments, String doing) {
    return finish(start(builder(commandLine(arguments))), doing);
  }

  private List<String> commandLine(List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(settings.program(), "-u", "-L", settings.socket(), "-f", "/dev/null"));
    line.addAll(arguments);
    return line;
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().remove("TMUX");
    builder.environment().remove("TMUX_PANE");
    return builder;
  }

  private Process start(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new TmuxException(
          "'" + settings.program() + "' can not be started: install tmux 3.2 or newer", e);
    }
  }

  private static Reply finish(Process process, String doing) {
    CompletableFuture<Process> tooLate =
        process.onExit().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<?> ending =
        tooLate.whenComplete(
            (exited, late) -> {
              if (late != null) {
                process.toHandle().destroyForcibly();
              }
            });
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (ending.isCompletedExceptionally()) {
        throw new TmuxException("tmux did not answer within " + PATIENCE.toSeconds() + " s");
      }
      List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
      boolean ended = text.endsWith("\n");
      return exit == 0
          ? Reply.done(ended ? lines.subList(0, lines.size() - 1) : lines)
          : Reply.failed(String.join(" ", lines));
    } catch (IOException e) {
      throw new TmuxException("tmux could not be read while it was at: " + doing, e);
    } catch (InterruptedException e) {
      process.toHandle().destroyForcibly();
      Thread.currentThread().interrupt();
      throw new TmuxException("interrupted while tmux was at: " + doing, e);
    }
  }
}
