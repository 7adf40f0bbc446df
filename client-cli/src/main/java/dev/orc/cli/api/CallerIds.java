package dev.orc.cli.api;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Makes ids: short, in the order of time, and random enough for many callers in one millisecond.
 * Thread-safe.
 */
public final class CallerIds {
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_LETTERS = 9;
  private static final int RANDOM_LETTERS = 7;

  /** A seed of the process and the moment: no two processes share it, and it costs nothing. */
  private static final SplittableRandom RANDOM =
      new SplittableRandom(ProcessHandle.current().pid() << 40 ^ System.nanoTime());

  private CallerIds() {}

  public static synchronized String next() {
    StringBuilder id = new StringBuilder(TIME_LETTERS + RANDOM_LETTERS);
    letters(id, Instant.now().toEpochMilli(), TIME_LETTERS);
    letters(id, RANDOM.nextLong(), RANDOM_LETTERS);
    return id.toString();
  }

  private static void letters(StringBuilder into, long bits, int count) {
    for (int i = count - 1; i >= 0; i--) {
      into.append(LETTERS.charAt((int) (bits >>> (5 * i)) & 31));
    }
  }
}
