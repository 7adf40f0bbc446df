package dev.orc.cli.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the agents say they received, held against what was sent. Confined to one thread.
 *
 * <p>Messages to one agent are numbered in the order in which they were sent; an agent that sees a
 * lower number after a higher one has received them out of order.
 */
final class Receipts {
  private final Map<String, List<Integer>> received = new TreeMap<>();
  private final Map<String, Instant> first = new HashMap<>();
  private int duplicated;

  /** Takes down that an agent has received its message of that number. */
  void add(String agent, int number, String id, Instant at) {
    if (first.putIfAbsent(id, at) != null) {
      duplicated++;
      return;
    }
    received.computeIfAbsent(agent, one -> new ArrayList<>()).add(number);
  }

  boolean has(String id) {
    return first.containsKey(id);
  }

  Instant firstOf(String id) {
    return first.get(id);
  }

  int distinct() {
    return first.size();
  }

  int duplicated() {
    return duplicated;
  }

  /** How many messages came after one that had been sent later to the same agent. */
  int reordered() {
    return received.values().stream().mapToInt(Receipts::outOfOrder).sum();
  }

  private static int outOfOrder(List<Integer> numbers) {
    int highest = Integer.MIN_VALUE;
    int late = 0;
    for (int number : numbers) {
      if (number < highest) {
        late++;
      }
      highest = Math.max(highest, number);
    }
    return late;
  }
}
