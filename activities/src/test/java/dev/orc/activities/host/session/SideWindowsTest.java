package dev.orc.activities.host.session;

import static dev.orc.activities.agent.HostForTests.PROJECT;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.HostForTests;
import dev.orc.activities.agent.watch.AgentPanes;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.activities.SessionActivities.CloseOrder;
import dev.orc.workflows.activities.SessionActivities.SessionOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Sighting;
import dev.orc.workflows.model.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dev server's window beside real agents in a real tmux. */
class SideWindowsTest {
  @TempDir Path home;
  private HostForTests host;
  private Tmux tmux;
  private Sessions sessions;

  @BeforeEach
  void open() throws IOException {
    host = new HostForTests(home);
    tmux = host.tmux();
    sessions = new Sessions(host.folders(), tmux, Map.of("LEVEL", "very high"));
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void isOpenedOnceHoweverOftenItIsAskedFor() {
    List<CompletableFuture<String>> asked =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> open("sleep", "600")))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    Pane server = server();
    open("sleep", "601");
    assertThat(server()).isEqualTo(server);
    assertThat(tmux.panes()).extracting(Pane::windowName).containsExactly("shell", "server");
  }

  @Test
  void isFoundByItsMarkAndNotByItsName() throws IOException, InterruptedException {
    open("sleep", "600");
    Pane server = server();
    assertThat(host.tmuxProgram("select-window", "-t", server.session() + ":=server"))
        .as("as orc attach looks for it")
        .isZero();
    host.tmuxProgram("rename-window", "-t", server.window(), "mine");
    open("sleep", "600");
    assertThat(server().id()).isEqualTo(server.id());
  }

  @Test
  void isOpenedAgainWithASessionThatWasLost() {
    open("sleep", "600");
    tmux.killServer();
    await("no session", () -> tmux.session(PROJECT).isEmpty());
    open("sleep", "600");
    assertThat(server().dead()).isFalse();
    assertThat(tmux.panes()).hasSize(2);
  }

  @Test
  void itsCrashIsKeptToBeReadAndIsNobodysElse() {
    // Of a program that ends in the instant in which it speaks tmux may have read nothing yet.
    open("sh", "-c", "echo 'port 3000 is taken'; sleep 0.5; exit 3");
    host.launch("developer", 1);
    await("its end", () -> server().dead() && server().exitStatus() != null);
    assertThat(server().exitStatus()).isEqualTo(3);
    await("its words", () -> tmux.screen(server().id()).startsWith("port 3000 is taken"));

    String crashed = server().id();
    open("sleep", "600");
    assertThat(server().id()).isEqualTo(crashed);
    assertThat(AgentPanes.of(tmux.panes())).extracting(Pane::role).containsExactly("developer");
    HostView view = host.truth().view(PROJECT);
    assertThat(view.sightings()).extracting(Sighting::role).containsExactly("developer");
    assertThat(view.sightings().get(0).condition()).isEqualTo(Condition.READY);
  }

  @Test
  void hasTheConfiguredEnvironmentAndNothingOfAnAgents() throws IOException, InterruptedException {
    sessions.open(new SessionOrder(PROJECT, home.toString(), List.of()));
    host.tmuxProgram("set-environment", "-g", "ORC_ROLE", "developer");
    host.tmuxProgram("set-environment", "-g", "ORC_SPOOL", "/spool");
    open("sh", "-c", "env | grep -c '^ORC_'; echo \"level $LEVEL\"; pwd; exec sleep 600");
    await("its words", () -> tmux.screen(server().id()).lines().count() == 3);
    assertThat(tmux.screen(server().id()).lines())
        .containsExactly("0", "level very high", home.toString());
    assertThat(server().role()).isEmpty();
  }

  @Test
  void itsWordsReachTheProgramAsTheyAre() {
    String script = "printf '%s|' \"$@\"; exec sleep 600"; // a pane that is dead says so itself
    open("sh", "-c", script, "sh", "a b", "$HOME", ";", "x;", "'\"");
    await("its words", () -> tmux.screen(server().id()).endsWith("|"));
    assertThat(tmux.screen(server().id())).isEqualTo("a b|$HOME|;|x;|'\"|");
  }

  @Test
  void wordsInFrontOfTheProgramAreVariables() {
    open("PORT=3001", "sh", "-c", "echo $PORT; exec sleep 600");
    await("its words", () -> tmux.screen(server().id()).equals("3001"));
  }

  @Test
  void oneThatCanNotBeOpenedKeepsNobodyFromWork() {
    SideWindow lost = new SideWindow("lost", home + "/nowhere", List.of("sleep", "600"), "test");
    SideWindow none = new SideWindow("none", home.toString(), List.of("no-such-program"), "test");
    sessions.open(new SessionOrder(PROJECT, home.toString(), List.of(lost, none)));
    await(
        "the end of none",
        () -> tmux.panes().stream().anyMatch(pane -> pane.side().equals("none") && pane.dead()));
    assertThat(tmux.panes()).extracting(Pane::windowName).containsExactly("shell", "none");
  }

  @Test
  void aShellThatHasExitedIsNotMistakenForIt() {
    open("sleep", "600");
    Pane shell = tmux.panes().get(0);
    ProcessHandle.of(shell.pid()).orElseThrow().destroyForcibly();
    await("its end", () -> tmux.pane(shell.id()).orElseThrow().dead());
    open("sleep", "600");
    assertThat(tmux.panes())
        .extracting(Pane::windowName)
        .containsExactlyInAnyOrder("server", "shell");
    assertThat(tmux.panes()).noneMatch(Pane::dead);
  }

  @Test
  void itsTranscriptIsArchivedAtTheClose() {
    open("sh", "-c", "echo 'GET / 200'; exec sleep 600");
    await("its words", () -> tmux.screen(server().id()).contains("200"));
    Instant at = Instant.parse("2026-01-02T03:04:05Z");
    Outcome outcome =
        new Outcome(
            PROJECT,
            Phase.COMPLETED,
            "done",
            null,
            null,
            at,
            at,
            new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0),
            null,
            null,
            null);
    String summary =
        sessions.close(
            new CloseOrder(PROJECT, "t", home.toString(), "r", 0, outcome, List.of(), false));
    assertThat(host.folders().project(PROJECT).resolve("transcripts/server.window.txt"))
        .hasContent("GET / 200");
    assertThat(Path.of(summary)).content().contains("transcripts/server.window.txt");
    assertThat(tmux.panes()).isEmpty();
  }

  private String open(String... command) {
    SideWindow server = new SideWindow("server", home.toString(), List.of(command), "test");
    return sessions.open(new SessionOrder(PROJECT, home.toString(), List.of(server)));
  }

  private Pane server() {
    return tmux.panes().stream()
        .filter(pane -> pane.side().equals("server"))
        .reduce((one, other) -> null)
        .orElseThrow();
  }
}
