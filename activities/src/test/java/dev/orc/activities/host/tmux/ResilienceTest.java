package dev.orc.activities.host.tmux;

import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static dev.orc.activities.host.tmux.TmuxForTests.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection, its replacement, and the processes that serve meanwhile. */
class ResilienceTest {
  @TempDir Path folder;

  @Test
  void aKilledClientIsReplaced() throws IOException {
    try (TmuxForTests server = new TmuxForTests()) {
      Tmux tmux = server.tmux();
      Pane pane = server.session("p", "sleep", "100");
      long client = clients(server).get(0);
      assertThat(ProcessHandle.of(client).orElseThrow().destroyForcibly()).isTrue();
      assertThat(tmux.pane(pane.id())).isPresent();
      await("another client", () -> tmux.controlled() && !clients(server).contains(client));
      assertThat(tmux.pane(pane.id())).isPresent();
    }
  }

  @Test
  void aStoppedClientServesOn() throws IOException, InterruptedException {
    try (TmuxForTests server = new TmuxForTests()) {
      Tmux tmux = server.tmux();
      Pane pane = server.session("p", "sleep", "100");
      long client = clients(server).get(0);
      signal("-STOP", client);
      try {
        assertThat(tmux.pane(pane.id())).isPresent();
        tmux.newWindow(pane.session(), window("w", "sleep", "100"));
        assertThat(tmux.panes()).hasSize(2);
      } finally {
        signal("-CONT", client);
      }
    }
  }

  @Test
  void aConnectionThatStopsAnsweringIsReplaced() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    String throughCat = "sh -c 'echo $$ >> \"" + pids + "\"; exec cat' | exec tmux \"$@\"";
    try (TmuxForTests server = new TmuxForTests(program("in-between", throughCat))) {
      Tmux tmux = server.tmux();
      Pane pane = server.session("p", "sleep", "100");
      assertThat(tmux.controlled()).isTrue();
      long cat = Long.parseLong(Files.readAllLines(pids).get(0));
      signal("-STOP", cat);
      try {
        assertThat(tmux.pane(pane.id())).as("served by a process").isPresent();
        await("a new connection", tmux::controlled);
        assertThat(Files.readAllLines(pids)).hasSizeGreaterThan(1);
      } finally {
        signal("-KILL", cat);
      }
    }
  }

  @Test
  void whatMayNotBeDoneTwiceIsNotRepeatedBlindly() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    String throughCat = "sh -c 'echo $$ >> \"" + pids + "\"; exec cat' | exec tmux \"$@\"";
    try (TmuxForTests server = new TmuxForTests(program("in-between", throughCat))) {
      Tmux tmux = server.tmux();
      Pane pane = server.session("p", "cat");
      long cat = Long.parseLong(Files.readAllLines(pids).get(0));
      signal("-STOP", cat);
      try {
        assertThatThrownBy(() -> tmux.keys(pane.id(), List.of("x")))
            .isInstanceOf(TmuxException.class)
            .hasMessageContaining("it may have been done or not");
        assertThat(tmux.screen(pane.id())).isEmpty();
      } finally {
        signal("-KILL", cat);
      }
    }
  }

  @Test
  void withoutControlModeAProcessForEachCommandServes() throws IOException {
    try (TmuxForTests server = new TmuxForTests(program("no-control", "exit 1"))) {
      Tmux tmux = server.tmux();
      Pane pane = server.session("p", "sh", "-c", "stty raw -echo; echo ready; exec cat");
      assertThat(tmux.controlled()).isFalse();
      await("the program", () -> tmux.screen(pane.id()).equals("ready"));
      tmux.paste(pane.id(), "é; $HOME;");
      await("the paste", () -> tmux.screen(pane.id()).contains("é; $HOME;"));
      Pane other = tmux.newWindow(pane.session(), TmuxForTests.agent("p", "tester", 1, "false"));
      await("its end", () -> status(tmux, other) == 1);
      tmux.killWindow(other.window());
      assertThat(tmux.panes()).hasSize(1);
    }
  }

  @Test
  void aServerThatSomebodyElseEndedIsStartedAgain() throws IOException {
    try (TmuxForTests server = new TmuxForTests()) {
      Tmux tmux = server.tmux();
      server.session("p", "sleep", "100");
      process(server, TmuxCommand.of("kill-server"));
      await("its end", () -> tmux.panes().isEmpty() && !tmux.controlled());
      Pane again = server.session("p", "sh", "-c", "exit 3");
      await("its end", () -> status(tmux, again) == 3);
      await("the connection", tmux::controlled);
    }
  }

  @Test
  void aServerThatSomebodyElseStartedIsJoined() throws IOException {
    try (TmuxForTests server = new TmuxForTests()) {
      Tmux tmux = server.tmux();
      try (Tmux other = TmuxServer.open(server.settings())) {
        other.newSession("p", window("w", "sleep", "100"));
        assertThat(tmux.panes()).hasSize(1);
        await("the connection", tmux::controlled);
        assertThat(clients(server)).hasSize(2);
      }
      await("one connection left", () -> clients(server).size() == 1);
      assertThat(tmux.panes()).hasSize(1);
    }
  }

  @Test
  void saysWhatToDoWithoutAUsableTmux() throws IOException {
    assertThatThrownBy(() -> TmuxServer.open(new TmuxSettings("no-such-tmux", "x")))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("install tmux 3.2 or newer");
    Path old = script("old", "echo tmux 3.1c");
    assertThatThrownBy(() -> TmuxServer.open(new TmuxSettings(old.toString(), "x")))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("3.1c is too old");
  }

  private static int status(Tmux tmux, Pane pane) {
    return tmux.pane(pane.id()).map(Pane::exitStatus).orElse(-1);
  }

  private static List<Long> clients(TmuxForTests server) {
    return process(server, TmuxCommand.of("list-clients", "-F", "#{client_pid}")).stream()
        .map(Long::valueOf)
        .toList();
  }

  private static List<String> process(TmuxForTests server, TmuxCommand command) {
    return new TmuxProcess(server.settings()).run(CommandGroup.of(command)).orThrow("tell");
  }

  /** A tmux whose control mode is something else. */
  private String program(String name, String control) throws IOException {
    String choice = "case \" $* \" in *\" -C \"*) " + control + " ;; esac; exec tmux \"$@\"";
    return script(name, choice).toString();
  }

  private Path script(String name, String body) throws IOException {
    Path script = folder.resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
