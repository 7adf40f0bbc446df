package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orc.cli.Await;
import dev.orc.cli.host.WorkerStop;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is killed, the orchestration goes on, and nothing is lost, doubled or mixed up. */
@Timeout(240)
class SurvivalIT {
  private static final Duration SUPERVISED_AGAIN = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final List<String> RECEIVERS = List.of("developer", "tester", "testrunner");

  /** Its death shows whether somebody watches. */
  private static final String CANARY = "researcher";

  @Test
  void theWorkerIsKilledAmongMessages() throws Exception {
    try (OrcForTests orc = teamOfFive()) {
      long before = orc.pid("worker.pid");
      amongMessages(orc, () -> WorkerStop.killWorker(orc.stage().here()));
      assertThat(orc.pid("worker.pid")).isNotEqualTo(before);
    }
  }

  @Test
  void theServerIsKilledAmongMessages() throws Exception {
    try (OrcForTests orc = teamOfFive()) {
      assumeDurable(orc);
      amongMessages(orc, () -> WorkerStop.killTemporal(orc.stage().here()));
    }
  }

  @Test
  void everythingIsKilledAtOnceAsByAPowerCut() throws Exception {
    try (OrcForTests orc = quick().raise()) {
      assumeDurable(orc);
      orc.start("shop", "orchestrator", "developer");
      killAll(orc);

      orc.ok("up");
      Await.until(
          "both agents live their second life",
          LONG,
          () -> orc.status("shop").agents().stream().allMatch(one -> one.incarnation() == 2));
      orc.awaitReady("shop", LONG);
      assertThat(orc.receipts())
          .filteredOn(receipt -> receipt.incarnation() == 2)
          .extracting(Receipt::role)
          .containsExactlyInAnyOrder("orchestrator", "developer");

      OrcForTests.ok(
          orc.shell().inWindow("shop", "orchestrator", 2), "report", "done", "All is built");
      orc.awaitPhase("shop", Phase.COMPLETED, LONG);
    }
  }

  private static void amongMessages(OrcForTests orc, BooleanSupplier kill) throws IOException {
    Numbered messages = new Numbered(orc, "shop", RECEIVERS);
    messages.send(20);
    assertThat(kill.getAsBoolean()).isTrue();
    Instant killed = Instant.now();
    killCanary(orc);
    messages.send(20);
    Await.until(
        "the host is whole again",
        LONG,
        () -> orc.health().filter(HostHealth::temporalReachable).isPresent());
    Instant back = Instant.now();
    messages.send(20);
    List<TimelineEntry> seen = new ArrayList<>();
    Await.until("the death is seen", LONG, () -> seen.addAll(ofCanary(orc, killed)));
    assertThat(Duration.between(back, seen.get(0).at()))
        .as(orc.ok("timeline", "shop"))
        .isLessThan(SUPERVISED_AGAIN);

    messages.allArriveInOrder(LONG);
    assertThat(orc.status("shop").totals().unknown()).isZero();
    orc.awaitReady("shop", LONG);
  }

  private static List<TimelineEntry> ofCanary(OrcForTests orc, Instant since) throws IOException {
    return orc.timeline("shop").stream()
        .filter(entry -> CANARY.equals(entry.who()) && entry.at().isAfter(since))
        .toList();
  }

  private static void killCanary(OrcForTests orc) {
    long pid = Panes.pid(orc, "shop", CANARY);
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void killAll(OrcForTests orc) throws IOException {
    List<ProcessHandle> all =
        List.of(
            ProcessHandle.of(orc.pid("keeper.pid")).orElseThrow(),
            ProcessHandle.of(orc.pid("worker.pid")).orElseThrow(),
            ProcessHandle.of(Panes.server(orc)).orElseThrow());
    assertThat(WorkerStop.killTemporal(orc.stage().here())).isTrue();
    all.forEach(ProcessHandle::destroyForcibly);
    Await.until("all are dead", LONG, () -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static OrcForTests teamOfFive() throws IOException {
    return quick()
        .raise()
        .start("shop", "orchestrator", "developer", "tester", "testrunner", CANARY);
  }

  private static OrcForTests quick() {
    return OrcForTests.down(Map.of(), Map.of("restartFirst", "1s"));
  }

  private static void assumeDurable(OrcForTests orc) {
    assumeTrue(
        orc.health().filter(HostHealth::temporalDurable).isPresent(),
        "the embedded server forgets everything when it is killed: no temporal program here");
  }
}
