package dev.orc.cli.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What is killed when: the same seed, the same plan. Not thread-safe. */
final class KillPlan {
  /** What can be killed, and how often compared with the others. */
  enum Victim {
    AGENT(11),
    WORKER(4),
    TMUX(2),
    SERVER(3);

    private final int weight;

    Victim(int weight) {
      this.weight = weight;
    }
  }

  /**
   * @param hasty whether it comes although what was killed before is not back yet
   * @param after from the kill before, or from when all was back
   * @param which of those there are, whatever their number
   */
  record Kill(boolean hasty, Duration after, Victim victim, int which) {}

  /** One in so many: what is killed again at once never works. */
  private static final int HASTY = 4;

  private static final int LEAST_MILLIS = 500;
  private static final int MOST_MILLIS = 6_000;

  private final Random random;
  private final List<Victim> victims;

  /**
   * @param durable whether the server gives back what it knew when it is killed
   */
  KillPlan(long seed, boolean durable) {
    random = new Random(seed);
    victims =
        Arrays.stream(Victim.values())
            .filter(victim -> durable || victim != Victim.SERVER)
            .toList();
  }

  Kill next() {
    Duration after = Duration.ofMillis(random.nextInt(LEAST_MILLIS, MOST_MILLIS));
    boolean hasty = random.nextInt(HASTY) == 0;
    return new Kill(hasty, after, victim(), random.nextInt(Integer.MAX_VALUE));
  }

  private Victim victim() {
    int left = random.nextInt(victims.stream().mapToInt(victim -> victim.weight).sum());
    for (Victim victim : victims) {
      left -= victim.weight;
      if (left < 0) {
        return victim;
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }
}
