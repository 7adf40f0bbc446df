package dev.orc.cli.load;

import java.util.Arrays;
import java.util.Collection;

/** Sorted samples that answer for their quantiles. Immutable. */
final class Quantiles {
  private final long[] sorted;

  private Quantiles(long[] sorted) {
    this.sorted = sorted;
  }

  static Quantiles of(Collection<Long> samples) {
    long[] sorted = samples.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  /** The smallest sample that so many percent do not exceed; null when there is none. */
  Long percent(int percent) {
    if (sorted.length == 0) {
      return null;
    }
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
