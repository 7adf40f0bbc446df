package dev.orc.activities.agent.watch;

import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.git.CommitCount;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What looking at a host costs, counted at a real server. */
@Timeout(60)
class QuietHostTest {
  @TempDir Path home;
  private final TmuxForTests server = new TmuxForTests();
  private final AtomicInteger screens = new AtomicInteger();
  private final AtomicInteger sweeps = new AtomicInteger();
  private LiveHostTruth truth;

  @BeforeEach
  void open() throws IOException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Files.createDirectories(folders.config().resolve("drivers"));
    Files.writeString(
        folders.config().resolve("drivers/silent.yaml"),
        "name: silent\nextends: scripted\nhooks: {}\n");
    Drivers drivers = Drivers.load(folders);
    truth =
        new LiveHostTruth(
                counted(server.tmux()),
                name -> Optional.of(drivers.get(name)),
                new CommitCount(),
                folders,
                Clock.systemUTC(),
                ZoneOffset.UTC)
            .start();
  }

  @AfterEach
  void close() throws IOException {
    truth.close();
    server.close();
  }

  @Test
  void aSilentPaneIsNotCapturedOverAndOver() {
    String session = server.session("shop", "sleep", "600").session();
    server
        .tmux()
        .newWindow(
            session,
            TmuxForTests.agent("shop", "developer", 1, "sh", "-c", "echo '❯ '; exec sleep 600"));
    truth.expect(new HostTruth.Expected("shop", "developer", 1, "silent", null, null));
    await(
        "ready",
        () ->
            truth
                .sighting("shop", "developer")
                .filter(seen -> seen.condition() == Condition.READY)
                .isPresent());
    int sweepsBefore = sweeps.get();
    await("many looks", () -> sweeps.get() >= sweepsBefore + 8);
    assertThat(screens.get()).isBetween(1, 6);
    int captured = screens.get();
    int later = sweeps.get();
    await("many looks", () -> sweeps.get() >= later + 5);
    assertThat(screens.get()).isEqualTo(captured);
  }

  @Test
  void theFirstPaneOfASplitWindowIsTheAgent() {
    Pane agent = pane("%12", "@4", 2, false);
    Pane beside = pane("%7", "@4", 2, true);
    assertThat(AgentPanes.of(List.of(agent, beside))).containsExactly(beside);
    Pane old = pane("%3", "@1", 1, false);
    assertThat(AgentPanes.newestLives(List.of(old, agent)).values()).containsExactly(agent);
  }

  private static Pane pane(String id, String window, int incarnation, boolean dead) {
    return new Pane(
        id,
        window,
        "$1",
        "shop",
        "w",
        1,
        dead,
        null,
        null,
        false,
        0,
        "shop",
        "dev",
        incarnation,
        "");
  }

  /** The real thing, with a count of what is asked of it. */
  private Tmux counted(Tmux tmux) {
    return (Tmux)
        Proxy.newProxyInstance(
            Tmux.class.getClassLoader(),
            new Class<?>[] {Tmux.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("screen")) {
                screens.incrementAndGet();
              } else if (method.getName().equals("panes")) {
                sweeps.incrementAndGet();
              }
              try {
                return method.invoke(tmux, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
