package dev.orc.cli.screen;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values as RFC 4180 has them, safe to open in a spreadsheet: a text that
 * a spreadsheet would compute is marked as text. Stateless.
 */
public final class Csv {
  /** What a line ends with. */
  public static final String END = "\r\n";

  private static final String COMPUTED = "=+-@\t\r";

  private Csv() {}

  /** One line without its end; null is an empty value, a number stays one. */
  public static String line(List<?> values) {
    return values.stream().map(Csv::value).collect(Collectors.joining(","));
  }

  private static String value(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean computed = !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0;
    if (computed && !(value instanceof Number)) {
      text = "'" + text;
    }
    boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
