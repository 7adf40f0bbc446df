package dev.orc.activities.host.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a life has started ends with it, and nothing else. */
@Timeout(60)
class LifeEndsTest {
  /** A child that a closed window and a polite word do not end. */
  private static final String STUBBORN = "trap '' HUP TERM; while :; do sleep 600; done";

  @TempDir Path home;
  private final TmuxForTests server = new TmuxForTests();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aChildThatIgnoresItsWindowsEndEndsToo() throws IOException, InterruptedException {
    Pane other = open("other", "exec sleep 600");
    Pane pane =
        open(
            "developer",
            "sh -c \"" + STUBBORN + "\" & echo $! >" + home.resolve("child") + "; exec sleep 600");
    ProcessHandle child = child();
    ends().end(pane);
    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(pane.pid())).isEmpty();
    assertThat(ProcessHandle.of(other.pid())).isPresent();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoHasLeftTheSessionOfAProgramThatIsDeadIsFoundByItsMarks()
      throws IOException, InterruptedException {
    open("other", "exec sleep 600");
    Pane pane =
        open(
            "developer",
            "setsid sh -c 'echo $$ >" + home.resolve("child") + "; exec sleep 600' & wait");
    ProcessHandle child = child();
    ProcessHandle.of(pane.pid()).orElseThrow().destroyForcibly();
    TmuxForTests.await("dead", () -> server.tmux().pane(pane.id()).map(Pane::dead).orElse(true));
    assertThat(child.isAlive()).isTrue();
    ends().end(server.tmux().pane(pane.id()).orElseThrow());
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoLivesOnWithoutAWindowEndsAndNobodyElse() throws IOException, InterruptedException {
    Pane other = open("other", "exec sleep 600");
    Pane pane =
        open(
            "developer",
            "sh -c \"" + STUBBORN + "\" & echo $! >" + home.resolve("child") + "; wait");
    ProcessHandle child = child();
    ends().endWithoutWindow("shop", "developer");
    assertThat(child.isAlive()).as("its window is there").isTrue();
    server.tmux().killWindow(pane.window());
    TmuxForTests.await("its end", () -> ProcessHandle.of(pane.pid()).isEmpty());
    assertThat(child.isAlive()).as("it does not end with its window").isTrue();
    ends().endWithoutWindow("shop", "developer");
    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(other.pid())).isPresent();
  }

  @Test
  void aProjectEndsWithAllThatItsAgentsHaveStarted() throws IOException, InterruptedException {
    Pane pane =
        open(
            "developer",
            "sh -c \"" + STUBBORN + "\" & echo $! >" + home.resolve("child") + "; exec sleep 600");
    ProcessHandle child = child();
    Pane other = server.session("market", "sleep", "600");
    ends().endAll("shop", () -> server.tmux().killSession(pane.session()));
    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(pane.pid())).isEmpty();
    assertThat(ProcessHandle.of(other.pid())).isPresent();
  }

  private ProcessHandle child() throws IOException {
    Path file = home.resolve("child");
    TmuxForTests.await("a child", () -> file.toFile().length() > 0);
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  private LifeEnds ends() {
    return new LifeEnds(server.tmux(), folders());
  }

  private HostFolders folders() {
    return HostFolders.of(Map.of("ORC_HOME", home.toString()));
  }

  private Pane open(String role, String script) {
    String session =
        server
            .tmux()
            .session("shop")
            .orElseGet(() -> server.session("shop", "sleep", "600").session());
    return server
        .tmux()
        .newWindow(
            session,
            new NewWindow(
                role,
                home.toString(),
                List.of("sh", "-c", script),
                Map.of(
                    "ORC_SPOOL", folders().spool("shop", role).toString(), "ORC_INCARNATION", "1"),
                Map.of("@orc_project", "shop", "@orc_role", role, "@orc_incarnation", "1")));
  }
}
