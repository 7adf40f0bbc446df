package dev.orc.cli;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs commands as a shell would, with a home of its own, and keeps what they print. */
public final class Shell {
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final Path directory;
  private byte[] input = new byte[0];
  private Terminal terminal = Terminal.NONE;
  private Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

  public Shell(Path directory) {
    this.directory = directory;
    environment.put("ORC_HOME", directory.resolve("orc home").toString());
    environment.put("PATH", "/usr/bin:/bin");
  }

  /** With surroundings that are there already. */
  public Shell(CommandContext here) {
    this.directory = here.directory();
    environment.putAll(here.environment());
  }

  /** What a command left behind. */
  public record Result(int exit, String out, String err) {}

  public Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** In the window of an agent. */
  public Shell inWindow(String project, String role) {
    return inWindow(project, role, 3);
  }

  /** In the window of an agent, in that one of its lives. */
  public Shell inWindow(String project, String role, int incarnation) {
    return with("ORC_PROJECT", project)
        .with("ORC_ROLE", role)
        .with("ORC_INCARNATION", String.valueOf(incarnation));
  }

  public Shell speakingTo(FakeWorker worker) {
    return with("ORC_ADDRESS", "http://127.0.0.1:" + worker.port()).with("ORC_TOKEN", "secret");
  }

  public Shell reading(String text) {
    input = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public Shell on(Terminal other) {
    terminal = other;
    return this;
  }

  /** At another moment than {@link Samples#NOW}, and where its zone is the local one. */
  public Shell at(Instant moment, ZoneId zone) {
    clock = Clock.fixed(moment, zone);
    return this;
  }

  public Path home() {
    return Path.of(environment.get("ORC_HOME"));
  }

  /** What a command would find around itself; what it prints is dropped. */
  public CommandContext here() {
    return here(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private CommandContext here(OutputStream out, OutputStream err) {
    return new CommandContext(
        environment,
        directory,
        new ByteArrayInputStream(input),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal,
        clock);
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandContext here = here(out, err);
    int exit = new Orc(here).run(arguments);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
