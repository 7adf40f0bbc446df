package dev.orc.cli;

import dev.orc.cli.command.Surroundings;
import dev.orc.cli.command.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs commands as a shell would, with a home of its own, and keeps what they print. */
public final class Shell {
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final Path directory;
  private byte[] input = new byte[0];
  private Terminal terminal = Terminal.NONE;

  public Shell(Path directory) {
    this.directory = directory;
    environment.put("ORC_HOME", directory.resolve("orc home").toString());
    environment.put("PATH", "/usr/bin:/bin");
  }

  /** With surroundings that are there already. */
  public Shell(Surroundings here) {
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

  public Path home() {
    return Path.of(environment.get("ORC_HOME"));
  }

  /** What a command would find around itself; what it prints is dropped. */
  public Surroundings here() {
    return here(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private Surroundings here(OutputStream out, OutputStream err) {
    return new Surroundings(
        environment,
        directory,
        new ByteArrayInputStream(input),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal);
  }

  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings here = here(out, err);
    int exit = new Orc(here).run(arguments);
    return new Result(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
