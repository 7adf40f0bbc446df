package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.PlanOrder;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many projects with random fates, the same for the same seed, and what must become of them.
 * Immutable once made.
 */
final class Crowd {
  private static final List<FailureKind> ONCE =
      List.of(
          FailureKind.TIMEOUT,
          FailureKind.CONFLICT,
          FailureKind.VERIFICATION,
          FailureKind.CRASH_LOOP,
          FailureKind.REPORTED,
          FailureKind.LIMIT,
          FailureKind.HOST_LOST,
          FailureKind.OTHER);
  private static final List<FailureKind> ALWAYS =
      List.of(
          FailureKind.TIMEOUT,
          FailureKind.VERIFICATION,
          FailureKind.CRASH_LOOP,
          FailureKind.BAD_SPEC,
          FailureKind.OTHER);

  private final List<BatchEntry> entries = new ArrayList<>();
  private final Map<String, FailureKind> once = new HashMap<>();
  private final Map<String, FailureKind> always = new HashMap<>();
  private final Map<String, ItemState> ends = new HashMap<>();
  private final long seed;

  Crowd(int many, long seed) {
    this.seed = seed;
    Random random = new Random(seed);
    for (int number = 0; number < many; number++) {
      add("p" + number, random, number);
    }
  }

  List<BatchEntry> entries() {
    return entries;
  }

  /** How each of them must end. */
  Map<String, ItemState> ends() {
    return ends;
  }

  /** Those that depend on nobody, in the order of their first tries. */
  List<String> freeInOrder() {
    return entries.stream()
        .filter(entry -> entry.dependsOn().isEmpty())
        .sorted(Comparator.comparingInt(BatchEntry::priority).reversed())
        .map(BatchEntry::name)
        .toList();
  }

  /** What it does in that try; one word of an end in ten is lost. */
  Play play(PlanOrder order) {
    String name = FakeBatchHost.slug(order.start());
    Random random = new Random(seed ^ (name + "/" + order.attempt()).hashCode());
    FailureKind fails = order.attempt() == 1 ? once.get(name) : null;
    FailureKind kind = always.getOrDefault(name, fails);
    Play play = kind == null ? Play.DONE : Play.fails(kind);
    Play lasting = play.lasting(Duration.ofSeconds(10 + random.nextInt(600)));
    return random.nextInt(10) == 0 ? lasting.silent() : lasting;
  }

  /** Every other failure is looked into by an agent, which may itself fail. */
  Play research(ResearchOrder order) {
    Random random = new Random(seed ^ order.item().hashCode());
    if (random.nextBoolean()) {
      return null;
    }
    Play play = random.nextInt(4) == 0 ? Play.fails(FailureKind.TIMEOUT) : Play.DONE;
    return random.nextInt(4) == 0 ? play.silent() : play;
  }

  private void add(String name, Random random, int number) {
    List<String> grounds = new ArrayList<>();
    int depends = number > 0 && random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0;
    for (int count = 0; count < depends; count++) {
      String ground = "p" + random.nextInt(number);
      if (!grounds.contains(ground)) {
        grounds.add(ground);
      }
    }
    int fate = random.nextInt(100);
    if (fate < 10) {
      once.put(name, ONCE.get(random.nextInt(ONCE.size())));
    } else if (fate < 15) {
      always.put(name, ALWAYS.get(random.nextInt(ALWAYS.size())));
    }
    boolean skipped = grounds.stream().anyMatch(one -> ends.get(one) != ItemState.COMPLETED);
    ItemState end = always.containsKey(name) ? ItemState.ESCALATED : ItemState.COMPLETED;
    ends.put(name, skipped ? ItemState.SKIPPED : end);
    entries.add(BatchFlow.entry(name, random.nextInt(4), grounds.toArray(new String[0])));
  }
}
