package dev.orc.cli.release;

import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The caller's own git in one folder, by argument vector, with the caller's environment, hooks and
 * signing keys. Not thread-safe.
 */
final class OwnGit {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final String program;
  private final Map<String, String> environment;
  private final Path folder;

  private OwnGit(String program, Map<String, String> environment, Path folder) {
    this.program = program;
    this.environment = environment;
    this.folder = folder;
  }

  static OwnGit of(CommandContext here) {
    ProcessBuilder start = ProgramStarts.of(here, List.of("git"));
    return new OwnGit(start.command().get(0), Map.copyOf(start.environment()), here.directory());
  }

  OwnGit in(Path other) {
    return new OwnGit(program, environment, other);
  }

  Path folder() {
    return folder;
  }

  Ended attempt(String... arguments) {
    return attemptReading("", arguments);
  }

  /** The same with something to read from its standard input. */
  Ended attemptReading(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      return ProgramRun.of(command)
          .in(folder)
          .without(name -> !environment.containsKey(name))
          .with(environment)
          .within(LIMIT)
          .reading(input)
          .run(() -> {});
    } catch (UncheckedIOException e) {
      throw Failure.failed("git cannot be started: " + e.getMessage(), "Install it: orc setup");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }

  /** What git prints, without the last newline; fails when git does. */
  String say(String... arguments) {
    return said(attempt(arguments), arguments[0]);
  }

  /** The same, reading. */
  String sayReading(String input, String... arguments) {
    return said(attemptReading(input, arguments), arguments[0]);
  }

  /** What git prints, without the last newline; empty when it fails, as where nothing is set. */
  String sayOrNothing(String... arguments) {
    Ended ended = attempt(arguments);
    return ended.well() ? chomped(ended.out()) : "";
  }

  boolean agrees(String... arguments) {
    return attempt(arguments).well();
  }

  private static String said(Ended ended, String what) {
    if (!ended.well()) {
      throw Failure.failed("git " + what + ": " + ended.firstLine(), "See: git status");
    }
    return chomped(ended.out());
  }

  private static String chomped(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
