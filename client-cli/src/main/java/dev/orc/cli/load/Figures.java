package dev.orc.cli.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, under the names that the JSON has. Not thread-safe. */
final class Figures {
  private final Map<String, Object> all = new LinkedHashMap<>();

  Figures put(String name, Object value) {
    all.put(name, value);
    return this;
  }

  Figures put(String name, Quantiles quantiles, int... percents) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int percent : percents) {
      values.put("p" + percent, quantiles.percent(percent));
    }
    return put(name, values);
  }

  Map<String, Object> all() {
    return all;
  }

  /** One line a figure, for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    all.forEach(
        (name, value) ->
            text.append(String.format("%-34s %s%n", name.replace('_', ' '), shown(value))));
    return text.toString();
  }

  private static String shown(Object value) {
    if (value == null) {
      return "not measured";
    }
    if (value instanceof Map<?, ?> values) {
      StringBuilder shown = new StringBuilder();
      values.forEach((key, each) -> shown.append(key).append(' ').append(shown(each)).append("  "));
      return shown.toString().strip();
    }
    return String.valueOf(value);
  }
}
