package dev.orc.cli.queue;

import java.util.function.Function;

/**
 * One column of a report.
 *
 * @param head what it is called in a table; null when only the CSV has it
 * @param name what it is called in the CSV
 * @param number whether its cells are lined up to the right
 * @param shown a cell for people
 * @param exact a value for programs
 */
record Column<T>(
    String head,
    String name,
    boolean number,
    Function<T, Object> shown,
    Function<T, Object> exact) {

  static <T> Column<T> text(String head, String name, Function<T, Object> value) {
    return new Column<>(head, name, false, value, value);
  }

  static <T> Column<T> number(String head, String name, Function<T, Object> value) {
    return new Column<>(head, name, true, value, value);
  }

  /** One of words that people and programs read differently. */
  static <T> Column<T> named(
      String head, String name, Function<T, Object> shown, Function<T, Object> exact) {
    return new Column<>(head, name, false, shown, exact);
  }

  /** One of numbers and times that people and programs read differently. */
  static <T> Column<T> both(
      String head, String name, Function<T, Object> shown, Function<T, Object> exact) {
    return new Column<>(head, name, true, shown, exact);
  }

  /** One that only programs read. */
  static <T> Column<T> exact(String name, Function<T, Object> value) {
    return new Column<>(null, name, false, value, value);
  }
}
