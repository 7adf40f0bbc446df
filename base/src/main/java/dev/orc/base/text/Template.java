package dev.orc.base.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named gaps, {@code {{name}}}. What fills a gap is never looked at for more gaps.
 * Immutable.
 */
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{([^{}\\s]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  public static Template of(String text) {
    return new Template(text);
  }

  /** The gaps that are none of the known ones, by the number of their line, which counts from 0. */
  public Map<Integer, String> unknown(Collection<String> known) {
    Map<Integer, String> unknown = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      Matcher gap = GAP.matcher(lines.get(line));
      while (gap.find()) {
        if (!known.contains(gap.group(1))) {
          unknown.putIfAbsent(line, gap.group(1));
        }
      }
    }
    return unknown;
  }

  /** The text with its gaps filled; one that nothing is given for is an exception. */
  public String filled(Map<String, String> values) {
    return GAP.matcher(text)
        .replaceAll(
            gap -> {
              String value = values.get(gap.group(1));
              if (value == null) {
                throw new IllegalArgumentException("nothing is given for " + gap.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
