package dev.orc.activities.host.tmux;

import static dev.orc.activities.host.tmux.TmuxForTests.agent;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.host.tmux.Tmux.Pane;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told by itself, and that a hundred panes are no trouble. */
class ChangeListenersTest {
  private final TmuxForTests server = new TmuxForTests();
  private final Tmux tmux = server.tmux();
  private final Set<String> dead = ConcurrentHashMap.newKeySet();

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void deathsAreToldWithTheirReason() {
    Pane shell = server.session("p", "sleep", "100");
    try (Tmux.Subscription ignored = tmux.onChange(this::look)) {
      List<Pane> agents = new ArrayList<>();
      for (int number = 0; number < 10; number++) {
        String end = number % 2 == 0 ? "exit 7" : "kill -9 $$";
        agents.add(
            tmux.newWindow(
                shell.session(), agent("p", "role-" + number, 1, "sh", "-c", "read x; " + end)));
      }
      assertThat(dead).isEmpty();
      for (Pane agent : agents) {
        tmux.keys(agent.id(), List.of("Enter"));
      }
      await("all deaths, by being told alone", Duration.ofSeconds(5), () -> dead.size() == 10);
    }
  }

  private void look() {
    for (Pane pane : tmux.panes()) {
      if (pane.dead() && (pane.exitStatus() != null || pane.signal() != null)) {
        dead.add(pane.id());
      }
    }
  }

  @Test
  void outputAndWindowsAndTheConnectionAreTold() throws InterruptedException {
    Pane pane = server.session("p", "cat");
    Semaphore told = new Semaphore(0);
    try (Tmux.Subscription ignored = tmux.onChange(told::release)) {
      quiet(told);
      tmux.newWindow(pane.session(), agent("p", "tester", 1, "cat"));
      assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).as("a window").isTrue();
      quiet(told);
      tmux.keys(pane.id(), List.of("x", "Enter"));
      assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).as("output").isTrue();
      quiet(told);
      new TmuxProcess(server.settings())
          .run(CommandGroup.of(TmuxCommand.of("detach-client", "-a")));
      new TmuxProcess(server.settings())
          .run(CommandGroup.of(TmuxCommand.of("detach-client", "-s", "=" + Hub.SESSION)));
      assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).as("the connection").isTrue();
    }
    told.drainPermits();
    tmux.newWindow(pane.session(), agent("p", "researcher", 1, "cat"));
    assertThat(told.tryAcquire(200, TimeUnit.MILLISECONDS)).as("after the end").isFalse();
  }

  private static void quiet(Semaphore told) throws InterruptedException {
    while (told.tryAcquire(1_200, TimeUnit.MILLISECONDS)) {
      told.drainPermits();
    }
  }

  @Test
  void aListenerThatFailsDoesNotSilenceTheOthers() throws InterruptedException {
    Semaphore told = new Semaphore(0);
    try (Tmux.Subscription bad =
            tmux.onChange(
                () -> {
                  throw new IllegalStateException("on purpose");
                });
        Tmux.Subscription good = tmux.onChange(told::release)) {
      server.session("p", "cat");
      assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
      tmux.newSession("q", agent("q", "tester", 1, "cat"));
      assertThat(told.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aHundredPanesAreOpenedReadAndLost() {
    Pane shell = server.session("p", "sleep", "100");
    List<Pane> agents = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      agents.add(tmux.newWindow(shell.session(), agent("p", "role-" + number, number, "cat")));
    }
    assertThat(tmux.panes()).hasSize(101).extracting(Pane::role).contains("role-0", "role-99");
    assertThat(tmux.panes().get(100).incarnation()).isEqualTo(99);
    assertThat(tmux.panes()).filteredOn(Pane::dead).isEmpty();
    for (Pane agent : agents) {
      assertThat(ProcessHandle.of(agent.pid()).orElseThrow().destroy()).isTrue();
    }
    await("all dead, each by a signal", () -> signalled() == 100);
  }

  private long signalled() {
    return tmux.panes().stream().filter(p -> Integer.valueOf(15).equals(p.signal())).count();
  }
}
