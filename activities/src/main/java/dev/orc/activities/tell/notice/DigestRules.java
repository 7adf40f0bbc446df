package dev.orc.activities.tell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many notices people get at a time: some at once, then a digest of the others. Immutable.
 *
 * @param after so many within {@code within}
 */
record DigestRules(int after, Duration within) {
  /**
   * How many of those that wait go into the next notice: one alone, or all when they are many.
   *
   * @param waiting at least one
   */
  int next(int waiting, List<Instant> sent, Instant now) {
    boolean many = waiting + recent(sent, now).size() > after;
    return many ? waiting : 1;
  }

  /** When the next notice may be sent. */
  Instant mayBeSent(List<Instant> sent, Instant now) {
    List<Instant> recent = recent(sent, now);
    return recent.size() < after ? now : recent.get(recent.size() - after).plus(within);
  }

  private List<Instant> recent(List<Instant> sent, Instant now) {
    return sent.stream().filter(time -> time.plus(within).isAfter(now)).toList();
  }
}
