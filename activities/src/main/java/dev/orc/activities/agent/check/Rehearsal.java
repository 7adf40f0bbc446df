package dev.orc.activities.agent.check;

import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.TmuxException;
import dev.orc.activities.host.tmux.TmuxServer;
import dev.orc.activities.host.tmux.TmuxSettings;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a program as an agent would be, in a pane of a tmux server of its own and in a folder
 * where nothing is, watches it for a while, and ends it. For one run.
 */
final class Rehearsal {
  private static final String PROJECT = "check";
  private static final String ROLE = "agent";

  private final Driver driver;
  private final HostFolders folders;
  private final CheckOrder order;
  private final PrintStream out;

  Rehearsal(Driver driver, HostFolders folders, CheckOrder order, PrintStream out) {
    this.driver = driver;
    this.folders = folders;
    this.order = order;
    this.out = out;
  }

  /** Runs it; what was read, in the order of time. */
  List<Told> run() throws InterruptedException {
    driver.unusable().ifPresent(Rehearsal::refuse);
    Path folder = order.directory() == null ? scratch() : order.directory().toAbsolutePath();
    String socket = "orc-check-" + ProcessHandle.current().pid();
    Tmux tmux = TmuxServer.open(new TmuxSettings("tmux", socket));
    // Asked to end, the program does not stay behind; a killed server is not killed again.
    Thread end = new Thread(tmux::killServer);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      Path spool = spool();
      Tmux.Pane pane = start(tmux, folder, spool);
      resize(socket, pane.window());
      if (!order.json()) {
        out.println("# started in " + folder + "; look at it: tmux -L " + socket + " attach");
        out.flush();
      }
      return new Observation(tmux, pane.id(), driver, new SpoolReader(spool), order, out).watch();
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
      tmux.killServer();
      tmux.close();
    }
  }

  /** Before the program has drawn anything; a person who looks at it does not change it. */
  private void resize(String socket, String window) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "resize-window"));
    command.addAll(List.of("-t", window));
    command.addAll(List.of("-x", Integer.toString(order.size().columns())));
    command.addAll(List.of("-y", Integer.toString(order.size().rows())));
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new TmuxException("tmux does not take the size " + order.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Tmux.Pane start(Tmux tmux, Path folder, Path spool) {
    PaneStart start =
        driver.prepare(
            new Driver.StartOrder(
                PROJECT,
                ROLE,
                1,
                Program.of(driver.name()),
                folder,
                folders.state(),
                spool,
                Map.of()));
    return tmux.newSession(
        PROJECT,
        new Tmux.NewWindow(
            ROLE, folder.toString(), start.command(), start.environment(), Map.of()));
  }

  private Path spool() {
    return folders.spool(PROJECT, Instant.now().toEpochMilli() + "-" + ROLE);
  }

  /** It stays: what a program asks about a folder, it asks once. */
  private Path scratch() {
    try {
      Path folder = folders.state().resolve(PROJECT).resolve(driver.name());
      PrivateFiles.createFolder(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(String why) {
    throw new Refusal(
        Refusal.Kind.REFUSED, why, "give --screen or --hook to check recorded files instead");
  }
}
