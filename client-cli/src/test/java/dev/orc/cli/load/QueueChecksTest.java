package dev.orc.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.load.QueuePlan.Course;
import dev.orc.cli.load.QueuePlan.Planned;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a measured queue is checked by: each check sees the fault that it is for. */
class QueueChecksTest {
  private static final Instant ZERO = Instant.parse("2026-11-20T10:00:00Z");

  private final QueuePlan plan =
      new QueuePlan(new QueueOptions(20, 2, 10, 5, null, null, null, false));
  private final List<BatchItem> items = new ArrayList<>();
  private final List<Completed> runs = new ArrayList<>();

  /** All as planned, one after another in the order in which they were planned. */
  private void allWell() {
    int second = 0;
    for (Planned one : plan.projects()) {
      int tries = tries(one.course());
      for (int attempt = 1; attempt <= tries; attempt++) {
        boolean fails = attempt < tries || one.course() == Course.FAILS_ALWAYS;
        run(one.name(), attempt, fails ? Phase.FAILED : Phase.COMPLETED, second, second + 2);
        second += 2;
      }
      boolean fails = one.course() == Course.FAILS_ALWAYS;
      items.add(item(one.name(), fails ? ItemState.ESCALATED : ItemState.COMPLETED, tries));
    }
  }

  private static int tries(Course course) {
    return course == Course.SMOOTH ? 1 : course == Course.FAILS_ONCE ? 2 : 4;
  }

  private void run(String item, int attempt, Phase phase, int begun, int ended) {
    runs.add(
        new Completed(
            item,
            item,
            "/p/" + item,
            item + attempt + begun,
            phase,
            null,
            null,
            ZERO.plusSeconds(begun),
            ZERO.plusSeconds(ended),
            1,
            Totals.NONE,
            new BatchRef("orc-batch/load", item, attempt)));
  }

  private BatchItem item(String name, ItemState state, int tries) {
    Planned one = plan.project(name);
    List<String> after = one.after() == null ? List.of() : List.of(one.after());
    return new BatchItem(
        name,
        name,
        name,
        "",
        "",
        one.priority(),
        after,
        List.of(),
        state,
        tries,
        null,
        null,
        ZERO,
        null,
        null,
        null);
  }

  private BatchStatus status(List<BatchItem> shown) {
    return new BatchStatus(
        "load", "w", "h", false, "working", BatchSettings.DEFAULTS, ZERO, null, shown);
  }

  private List<String> faults() {
    return new QueueVerdict(plan, status(items), runs).faults(2);
  }

  private void replace(String name, ItemState state, int tries) {
    items.replaceAll(item -> item.name().equals(name) ? item(name, state, tries) : item);
  }

  private String first(Course course) {
    return plan.projects().stream()
        .filter(one -> one.course() == course)
        .findFirst()
        .orElseThrow()
        .name();
  }

  @Test
  void plansAsManyFailuresAsAskedForAndNothingDependsOnWhatFailsForGood() {
    QueuePlan large = new QueuePlan(new QueueOptions(200, 4, 10, 5, null, null, null, false));
    assertThat(large.count(Course.FAILS_ONCE)).isEqualTo(20);
    assertThat(large.count(Course.FAILS_ALWAYS)).isEqualTo(10);
    List<Planned> dependent = large.projects().stream().filter(one -> one.after() != null).toList();
    assertThat(dependent).hasSizeGreaterThan(15);
    assertThat(dependent)
        .allMatch(one -> large.project(one.after()).course() != Course.FAILS_ALWAYS);
    assertThat(large.projects()).extracting(Planned::priority).contains(0, 1, 2, 3);
  }

  @Test
  void findsNothingWhenAllIsWell() {
    allWell();
    assertThat(faults()).isEmpty();
  }

  @Test
  void seesAProjectThatIsMissing() {
    allWell();
    items.remove(3);
    assertThat(faults()).anyMatch(fault -> fault.contains("19 are in the batch"));
  }

  @Test
  void seesWhatEndedOtherwiseThanPlanned() {
    allWell();
    replace(first(Course.SMOOTH), ItemState.SKIPPED, 1);
    assertThat(faults()).containsExactly(first(Course.SMOOTH) + " is SKIPPED instead of COMPLETED");
  }

  @Test
  void seesWhatCompletedTwice() {
    allWell();
    run(first(Course.SMOOTH), 2, Phase.COMPLETED, 900, 901);
    assertThat(faults()).containsExactly(first(Course.SMOOTH) + " completed 2 times");
  }

  @Test
  void seesTooFewTries() {
    allWell();
    replace(first(Course.FAILS_ALWAYS), ItemState.ESCALATED, 2);
    assertThat(faults()).singleElement().asString().contains("tried 2 times instead of 4");
  }

  @Test
  void seesADependencyThatWasNotWaitedFor() {
    allWell();
    Planned dependent =
        plan.projects().stream().filter(one -> one.after() != null).findFirst().orElseThrow();
    runs.removeIf(run -> run.project().equals(dependent.after()));
    int tries = tries(plan.project(dependent.after()).course());
    for (int attempt = 1; attempt <= tries; attempt++) {
      Phase phase = attempt == tries ? Phase.COMPLETED : Phase.FAILED;
      run(dependent.after(), attempt, phase, 900 + attempt, 901 + attempt);
    }
    assertThat(faults())
        .containsExactly(
            dependent.name() + " was started before " + dependent.after() + " had completed");
  }

  @Test
  void seesTooManyAtATime() {
    allWell();
    runs.clear();
    plan.projects().stream()
        .filter(one -> one.course() != Course.FAILS_ALWAYS)
        .forEach(one -> run(one.name(), 1, Phase.COMPLETED, one.after() == null ? 0 : 10, 11));
    assertThat(faults()).anyMatch(fault -> fault.endsWith("ran at a time instead of 2"));
  }

  @Test
  void theWitnessSeesWhoIsOutOfTurn() {
    QueueWitness witness = new QueueWitness(2);
    String low = "p-0001";
    String high = "p-0004";
    witness.see(status(List.of(waiting(low), waiting(high))));
    witness.see(status(List.of(item(low, ItemState.STARTING, 0), waiting(high))));
    assertThat(witness.faults()).containsExactly(low + " was started before " + high);
  }

  @Test
  void theWitnessLetsPassWhoWaitsForAnother() {
    QueueWitness witness = new QueueWitness(2);
    Planned dependent =
        plan.projects().stream()
            .filter(one -> one.after() != null && one.priority() > 0)
            .findFirst()
            .orElseThrow();
    String low = "p-0001";
    List<BatchItem> before = List.of(waiting(low), waiting(dependent.name()));
    witness.see(status(before));
    witness.see(status(List.of(item(low, ItemState.RUNNING, 1), waiting(dependent.name()))));
    assertThat(witness.faults()).isEmpty();
    assertThat(witness.mostAtATime()).isEqualTo(1);
  }

  @Test
  void theWitnessCountsWhoIsAtWork() {
    QueueWitness witness = new QueueWitness(1);
    witness.see(
        status(
            List.of(
                item("p-0001", ItemState.RUNNING, 1), item("p-0002", ItemState.RESEARCHING, 1))));
    assertThat(witness.faults()).containsExactly("2 at a time: p-0001, p-0002");
  }

  private BatchItem waiting(String name) {
    return item(name, ItemState.WAITING, 0);
  }
}
