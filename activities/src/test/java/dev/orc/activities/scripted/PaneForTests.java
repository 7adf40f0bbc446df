package dev.orc.activities.scripted;

import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A scripted agent in a real pane of a tmux server of its own, started by its driver. */
final class PaneForTests implements AutoCloseable {
  private static final String ENDED = "#{pane_dead_status}#{pane_dead_signal}";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private String socket;
  private final Path folder;
  final Driver driver;
  Path worktree;
  final Path spool;
  final Path receipts;

  PaneForTests(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", folder.resolve("home").toString()));
    driver = Drivers.load(folders).get("scripted");
    worktree = Files.createDirectories(folder.resolve("work tree"));
    spool = folders.spool("demo", "developer");
    receipts = folder.resolve("receipts");
  }

  /** Starts one life with these lines as its playbook. */
  void start(int incarnation, String... playbook) throws IOException {
    Path file = Files.writeString(folder.resolve("test.play"), String.join("\n", playbook));
    start(incarnation, Map.of(), "--playbook", file.toString());
  }

  void start(int incarnation, Map<String, String> more, String... arguments) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("ORC_PROJECT", "demo");
    environment.put("ORC_ROLE", "developer");
    environment.putAll(more);
    environment.put("ORC_RECEIPTS", receipts.toString());
    Program program = new Program("scripted", List.of(arguments), Map.of());
    PaneStart start =
        driver.prepare(
            new Driver.StartOrder(
                "demo",
                "developer",
                incarnation,
                program,
                worktree,
                folder.resolve("home/state"),
                spool,
                environment));
    List<String> command = new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30"));
    command.addAll(List.of("-c", worktree.toString()));
    start.environment().forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
    command.add("--");
    command.addAll(start.command());
    close();
    // A socket is not used twice: a server started right after another's end may fail.
    socket = "orc-test-" + UUID.randomUUID();
    command.addAll(List.of(";", "set-option", "-g", "remain-on-exit", "on"));
    tmux(command.toArray(String[]::new));
  }

  void paste(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("paste"), text);
    tmux("load-buffer", "-b", "t", file.toString());
    tmux("paste-buffer", "-p", "-r", "-d", "-b", "t");
  }

  void keys(String... keys) {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /** Pastes, waits until it is there, and submits. */
  void submit(String text) throws IOException {
    paste(text);
    await(() -> driver.composer(screen()).isPresent(), "the paste in the composer");
    keys("Enter");
  }

  String screen() {
    return tmux("capture-pane", "-p", "-J");
  }

  String events() {
    try {
      return Files.exists(spool) ? Files.readString(spool) : "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitScreen(String text) {
    await(() -> screen().contains(text), "'" + text + "' on the screen");
  }

  void awaitEvent(String text) {
    await(() -> events().contains(text), "'" + text + "' in the spool");
  }

  /** Waits until the program is gone and answers its exit status. */
  int awaitExit() {
    await(this::statusIsKnown, "the end");
    return Integer.parseInt("0" + tmux("display-message", "-p", "#{pane_dead_status}"));
  }

  /** tmux may have missed that its child has ended, and learns of it when the next one ends. */
  private boolean statusIsKnown() {
    tmux("run-shell", "true");
    return !tmux("display-message", "-p", ENDED).isEmpty();
  }

  String tmux(String... arguments) {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "-f", "/dev/null"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .stripTrailing();
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no " + what + "; screen:\n" + screen() + "\nspool:\n" + events());
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Ends the life, if there is one. */
  @Override
  public void close() {
    if (socket == null) {
      return;
    }
    Path file = Path.of(tmux("display-message", "-p", "#{socket_path}"));
    tmux("kill-server");
    socket = null;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
