package dev.orc.activities.host.tmux;

import static dev.orc.activities.host.tmux.TmuxForTests.agent;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static dev.orc.activities.host.tmux.TmuxForTests.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Tmux} promises, on a real server. */
class TmuxServerTest {
  private final TmuxForTests server = new TmuxForTests();
  private final Tmux tmux = server.tmux();

  @TempDir Path folder;

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void nothingIsThereBeforeAServerRuns() {
    assertThat(tmux.panes()).isEmpty();
    assertThat(tmux.pane("%1")).isEmpty();
    assertThat(tmux.session("p")).isEmpty();
    assertThat(tmux.controlled()).isFalse();
    tmux.killSession("$1");
    tmux.killServer();
  }

  @Test
  void opensASessionWithItsMarksAndEnvironment() throws IOException {
    Path real = folder.toRealPath();
    NewWindow window =
        new NewWindow(
            "developer",
            real.toString(),
            List.of("sh", "-c", "echo \"[$K]\"; pwd; exec sleep 100"),
            Map.of("K", "a b;$HOME 'ü' #{pane_id};"),
            Map.of("@orc_project", "p", "@orc_role", "developer", "@orc_incarnation", "3"));
    Pane pane = tmux.newSession("p", window);

    assertThat(pane.sessionName()).isEqualTo("p");
    assertThat(pane.windowName()).isEqualTo("developer");
    assertThat(pane.project()).isEqualTo("p");
    assertThat(pane.role()).isEqualTo("developer");
    assertThat(pane.incarnation()).isEqualTo(3);
    assertThat(pane.dead()).isFalse();
    assertThat(ProcessHandle.of(pane.pid())).isPresent();
    assertThat(tmux.controlled()).isTrue();
    assertThat(tmux.session("p")).contains(pane.session());
    assertThat(tmux.panes()).extracting(Pane::id).containsExactly(pane.id());
    await("the program's words", () -> tmux.screen(pane.id()).lines().count() == 2);
    assertThat(tmux.screen(pane.id())).isEqualTo("[a b;$HOME 'ü' #{pane_id};]\n" + real);
  }

  @Test
  void opensWindowsAtTheEndInTheBackground() {
    Pane first = server.session("p", "sleep", "100");
    Pane second = tmux.newWindow(first.session(), agent("p", "tester", 1, "sleep", "100"));
    Pane third = tmux.newWindow(first.session(), window("third"));
    assertThat(tmux.panes())
        .extracting(Pane::id)
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(second.role()).isEqualTo("tester");
    assertThat(third.project()).isEmpty();
    tmux.mark(third.window(), Map.of("@orc_project", "other;"));
    assertThat(tmux.pane(third.id()).orElseThrow().project()).isEqualTo("other;");
  }

  @Test
  void runsACommandOfOneWordWithoutAShell() throws IOException {
    Path program = folder.resolve("a $(touch x) 'program';");
    Files.writeString(program, "#!/bin/sh\necho it runs\nexec sleep 100\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Pane pane = server.session("p", program.toString());
    await("its words", () -> tmux.screen(pane.id()).equals("it runs"));
  }

  @Test
  void opensAWindowInAFolderWithAnyName() throws IOException {
    String accent = TmuxForTests.encodable("é") ? "é;" : "";
    Path odd =
        Files.createDirectory(folder.resolve("a '#{pid} #(touch x) ##[b] \"\n$HOME;" + accent));
    Pane pane =
        tmux.newSession(
            "p",
            new NewWindow(
                "w",
                odd.toString(),
                List.of("sh", "-c", "pwd > here; sleep 100"),
                Map.of(),
                Map.of()));
    await("the file in it", () -> Files.exists(odd.resolve("here")));
    assertThat(tmux.pane(pane.id())).isPresent();
    assertThatThrownBy(
            () ->
                tmux.newWindow(
                    pane.session(),
                    new NewWindow("w", odd + "/none", List.of(), Map.of(), Map.of())))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("no such directory");
  }

  @Test
  void tellsHowAProgramEnded() {
    Pane first = server.session("p", "sh", "-c", "exit 7");
    Pane second = tmux.newWindow(first.session(), window("k", "sh", "-c", "kill -9 $$"));
    await("both dead", () -> ended(first) && ended(second));
    assertThat(tmux.pane(first.id()).orElseThrow().exitStatus()).isEqualTo(7);
    assertThat(tmux.pane(first.id()).orElseThrow().signal()).isNull();
    assertThat(tmux.pane(second.id()).orElseThrow().exitStatus()).isNull();
    assertThat(tmux.pane(second.id()).orElseThrow().signal()).isEqualTo(9);
  }

  private boolean ended(Pane pane) {
    Pane now = tmux.pane(pane.id()).orElseThrow();
    return now.dead() && (now.exitStatus() != null || now.signal() != null);
  }

  @Test
  void refusesASecondSessionOfTheSameName() {
    server.session("p", "sleep", "100");
    assertThatThrownBy(() -> server.session("p", "sleep", "100"))
        .isInstanceOf(TmuxException.class)
        .hasMessageContaining("duplicate session");
  }

  @Test
  void closesWindowsAndSessionsAndWhatIsGoneNeedsNoClosing() {
    Pane first = server.session("p", "sleep", "100");
    Pane second = tmux.newWindow(first.session(), window("w", "sleep", "100"));
    tmux.killWindow(second.window());
    tmux.killWindow(second.window());
    assertThat(tmux.panes()).extracting(Pane::id).containsExactly(first.id());
    tmux.killSession(first.session());
    tmux.killSession(first.session());
    assertThat(tmux.panes()).isEmpty();
    assertThat(tmux.session("p")).isEmpty();
  }

  @Test
  void startsAgainAfterTheServerWasKilled() {
    for (int round = 0; round < 5; round++) {
      Pane pane = server.session("p", "sleep", "100");
      assertThat(tmux.panes()).extracting(Pane::id).containsExactly(pane.id());
      assertThat(tmux.controlled()).isTrue();
      tmux.killServer();
      assertThat(tmux.panes()).isEmpty();
    }
  }

  @Test
  void aScreenThatLooksLikeTheProtocolIsJustAScreen() {
    // It lives on: tmux may lose what a program prints in the instant of its end.
    String program = "printf '%%end 1 1 0\\n%%error 1 1 1\\n%%exit\\n\\nlast'; exec sleep 100";
    Pane pane = server.session("p", "sh", "-c", program);
    await("the screen", () -> tmux.screen(pane.id()).startsWith("%end"));
    assertThat(tmux.screen(pane.id())).startsWith("%end 1 1 0\n%error 1 1 1\n%exit\n\nlast");
    assertThat(tmux.transcript(pane.id())).startsWith("%end 1 1 0\n%error 1 1 1\n%exit\n\nlast");
    assertThat(tmux.controlled()).isTrue();
  }
}
