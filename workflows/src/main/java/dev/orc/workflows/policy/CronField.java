package dev.orc.workflows.policy;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One field of a {@link Cron}: stars, numbers, names, ranges, steps, and lists of them. */
final class CronField {
  private final String field;
  private final int low;
  private final int high;
  private final List<String> names;

  private CronField(String field, int low, int high, List<String> names) {
    this.field = field;
    this.low = low;
    this.high = high;
    this.names = names;
  }

  /**
   * The numbers that a field names.
   *
   * @param names of the numbers from {@code low} on; may be empty
   */
  static NavigableSet<Integer> parse(
      String field, String text, int low, int high, List<String> names) {
    CronField parser = new CronField(field, low, high, names);
    NavigableSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      parser.addPart(part, numbers);
    }
    return numbers;
  }

  private void addPart(String part, NavigableSet<Integer> numbers) {
    String[] range = part.split("/", 2);
    int step = range.length == 2 ? number(range[1], 1, high + 1) : 1;
    int from = low;
    int to = high;
    if (!range[0].equals("*")) {
      String[] ends = range[0].split("-", 2);
      from = number(ends[0], low, high);
      to = ends.length == 2 ? number(ends[1], low, high) : range.length == 2 ? high : from;
    }
    if (from > to) {
      throw wrong(part);
    }
    for (int number = from; number <= to; number += step) {
      numbers.add(number);
    }
  }

  private int number(String text, int smallest, int largest) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return low + named;
    }
    try {
      int number = Integer.parseInt(text);
      if (number < smallest || number > largest) {
        throw wrong(text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "'" + part + "' is not a " + field + " of a calendar: " + low + " to " + high);
  }
}
