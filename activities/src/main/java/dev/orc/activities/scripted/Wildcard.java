package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text to look for, in any case of letters; {@code *} stands for anything. Immutable. */
final class Wildcard {
  private final List<String> parts = new ArrayList<>();

  Wildcard(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int star = wanted.indexOf('*'); star >= 0; star = wanted.indexOf('*', from)) {
      parts.add(wanted.substring(from, star));
      from = star + 1;
    }
    parts.add(wanted.substring(from));
  }

  /**
   * @param text in lower case
   */
  boolean isIn(String text) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }
}
