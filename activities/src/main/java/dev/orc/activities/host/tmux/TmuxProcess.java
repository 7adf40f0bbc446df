package dev.orc.activities.host.tmux;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts tmux client processes: one for each batch, or the long-lived one of control mode. Never
 * reads a person's configuration file. Thread-safe.
 */
final class TmuxProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * What a server must not hand on to the programs in it: another tmux that the worker itself may
   * run in, and the worker's secrets.
   */
  private static final Set<String> NOT_FOR_AGENTS =
      Set.of("TMUX", "TMUX_PANE", "TEMPORAL_API_KEY", "TEMPORAL_TLS_CLIENT_KEY_DATA");

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          body -> {
            Thread thread = new Thread(body, "orc-tmux-patience");
            thread.setDaemon(true);
            return thread;
          });

  private final TmuxSettings settings;

  TmuxProcess(TmuxSettings settings) {
    this.settings = settings;
  }

  /** Runs the batch in a process of its own; never starts a server. */
  Reply run(CommandGroup batch) {
    return run("-N", batch);
  }

  /** The same, and starts the server where none runs. */
  Reply start(CommandGroup batch) {
    return run("-2", batch);
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
    return builder(commandLine("-N", attach)).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private Reply run(String flag, CommandGroup batch) {
    List<String> arguments = Quoting.arguments(batch.commands());
    requireEncodable(arguments);
    return finish(start(builder(commandLine(flag, arguments))), batch.summary());
  }

  private List<String> commandLine(String flag, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.addAll(
        List.of(settings.program(), "-u", "-L", settings.socket(), "-f", "/dev/null", flag));
    line.addAll(arguments);
    return line;
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().keySet().removeAll(NOT_FOR_AGENTS);
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
    AtomicBoolean late = new AtomicBoolean();
    Future<?> watch =
        WATCH.schedule(
            () -> {
              late.set(true);
              process.toHandle().destroyForcibly();
            },
            PATIENCE.toMillis(),
            TimeUnit.MILLISECONDS);
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (late.get()) {
        throw new TmuxException("tmux did not answer within " + PATIENCE.toSeconds() + " s");
      }
      List<String> lines = lines(text);
      return exit == 0 ? Reply.done(lines) : Reply.failed(String.join(" ", lines));
    } catch (IOException e) {
      throw new TmuxException("tmux could not be read while it was at: " + doing, e);
    } catch (InterruptedException e) {
      process.toHandle().destroyForcibly();
      Thread.currentThread().interrupt();
      throw new TmuxException("interrupted while tmux was at: " + doing, e);
    } finally {
      watch.cancel(false);
    }
  }

  /** Split as control mode does it: blank lines count, the end of the last line does not. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return List.of(whole.split("\n", -1));
  }

  private static void requireEncodable(List<String> arguments) {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    CharsetEncoder encoder = charset.newEncoder();
    for (String argument : arguments) {
      if (!encoder.canEncode(argument)) {
        throw new TmuxException(
            "a process can not be given text outside " + charset + ": set LC_ALL=C.UTF-8");
      }
    }
  }
}
