package dev.orc.activities.agent.check;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line, taken one after the other. Not thread-safe. */
final class ArgumentQueue {
  private final List<String> words = new ArrayList<>();
  private int at;

  /** {@code --option=value} counts as two words. */
  ArgumentQueue(List<String> given) {
    for (String word : given) {
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      if (equals > 0) {
        words.add(word.substring(0, equals));
        words.add(word.substring(equals + 1));
      } else {
        words.add(word);
      }
    }
  }

  boolean more() {
    return at < words.size();
  }

  String next() {
    return words.get(at++);
  }

  /** The one value of the option. */
  String value(String option) {
    if (!more()) {
      throw CheckOrder.usage(option + " needs a value");
    }
    return next();
  }

  /** The option's values: all words up to the next option, one at least. */
  List<String> values(String option) {
    List<String> values = new ArrayList<>(List.of(value(option)));
    while (more() && !words.get(at).startsWith("--")) {
      values.add(next());
    }
    return values;
  }
}
