package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worker is away, comes back, or is asked for twice. */
@Timeout(240)
class AbsenceIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void downLeavesAgentsLivingAndUpTakesThemAndTheirWordsUp() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      orc.start("shop", "orchestrator", "developer");
      Map<String, Long> living = Panes.pids(orc);
      assertThat(living).containsKeys("shop:orchestrator", "shop:developer");

      assertThat(orc.ok("down")).contains("Stopped: ", "worker", "Agents in tmux go on living");
      assertThat(orc.health()).isEmpty();
      assertThat(Panes.pids(orc)).isEqualTo(living);
      saidMeanwhile(orc);

      assertThat(orc.ok("up")).contains("Up: worker ");
      Await.until(
          "the message is handed over",
          SOON,
          () -> orc.receipts().stream().anyMatch(one -> one.text().contains("While you slept")));
      Await.until("the report is handed over", SOON, () -> said(orc).contains("Half way"));
      assertThat(orc.health()).map(HostHealth::outbox).contains(0);
      assertThat(Panes.pids(orc)).isEqualTo(living);
      assertThat(developer(orc).incarnation()).isEqualTo(1);
      assertThat(orc.receipts()).filteredOn(one -> one.id().contains("brief")).hasSize(2);
    }
  }

  @Test
  void ofTwoStartsAtTheSameInstantOneWinsAndTheOtherNamesIt() throws Exception {
    try (OrcForTests orc = OrcForTests.down()) {
      String spec = orc.repository("shop").resolve("spec.md").toString();
      List<Shell.Result> both =
          atOnce(() -> orc.run("start", spec, "--roles", "orchestrator,developer"));

      assertThat(both).extracting(Shell.Result::exit).containsExactlyInAnyOrder(0, 5);
      Shell.Result refused = both.get(both.get(0).exit() == 5 ? 0 : 1);
      assertThat(refused.err().lines().toList())
          .last(org.assertj.core.api.InstanceOfAssertFactories.STRING)
          .startsWith("orc: ")
          .contains("shop");
      orc.follow("shop").awaitReady("shop", OrcForTests.LAUNCH);
      assertThat(Panes.pids(orc)).hasSize(2);
      assertThat(orc.ok("list", "--all").lines()).hasSize(2);
      assertThat(ProcessHandle.of(orc.pid("keeper.pid"))).isPresent();
    }
  }

  @Test
  void aSecondWorkerOfTheHostIsRefused() throws Exception {
    try (OrcForTests orc = OrcForTests.up()) {
      long first = orc.pid("worker.pid");
      Process second =
          ProgramStarts.of(
                  orc.stage().here(), List.of(OrcForTests.launcher().toString(), "worker", "run"))
              .start();
      String err = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor()).isEqualTo(5);
      assertThat(err).contains("runs already (pid " + first + ")").hasLineCount(1);
      assertThat(orc.health()).map(HostHealth::pid).contains(first);

      assertThat(orc.ok("up")).startsWith("Already up: worker " + first);
    }
  }

  private static void saidMeanwhile(OrcForTests orc) {
    Shell window = orc.shell().inWindow("shop", "developer", 1);
    for (List<String> words :
        List.of(
            List.of("send", "orchestrator", "While you slept"),
            List.of("report", "progress", "Half way"))) {
      assertThat(OrcForTests.ok(window, words.toArray(String[]::new)))
          .contains(" is kept ")
          .hasLineCount(1);
    }
    Shell.Result person = orc.run("send", "shop:developer", "Hello?");
    assertThat(person.exit()).isEqualTo(4);
    assertThat(person.err())
        .isEqualTo("orc: the worker of this host is not running. Start it: orc up\n");
  }

  private static String said(OrcForTests orc) throws IOException {
    return String.valueOf(developer(orc).lastReport());
  }

  private static AgentStatus developer(OrcForTests orc) throws IOException {
    return orc.status("shop").agents().stream()
        .filter(agent -> agent.role().equals("developer"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Shell.Result> atOnce(Callable<Shell.Result> task)
      throws InterruptedException, ExecutionException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Shell.Result> results = new ArrayList<>();
      for (Future<Shell.Result> each : two.invokeAll(List.of(task, task))) {
        results.add(each.get());
      }
      return results;
    } finally {
      two.shutdownNow();
    }
  }
}
