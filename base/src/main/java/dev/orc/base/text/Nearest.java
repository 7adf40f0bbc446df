package dev.orc.base.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to write. Stateless. */
public final class Nearest {
  private Nearest() {}

  /** The name most like the given one; empty when none is like it. */
  public static Optional<String> to(String given, Collection<String> names) {
    int farthest = Math.max(2, given.length() / 3);
    return names.stream()
        .filter(name -> distance(given, name) <= farthest)
        .min(Comparator.comparingInt((String name) -> distance(given, name)));
  }

  /** How many letters have to be changed, added or removed. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] here = new int[other.length() + 1];
      here[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + changed, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[other.length()];
  }
}
