package dev.orc.base.text;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 45s}, {@code 30m}, {@code 4h}, {@code 1h30m}. */
public final class HumanDuration {
  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private HumanDuration() {}

  /**
   * Reads a duration of more than nothing.
   *
   * @throws IllegalArgumentException that says what would be right
   */
  public static Duration parse(String text) {
    String compact = text.strip().replace(" ", "");
    Duration sum = Duration.ZERO;
    if (WHOLE.matcher(compact).matches()) {
      Matcher part = PART.matcher(compact);
      while (part.find()) {
        sum = sum.plus(UNITS.get(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      }
    }
    if (sum.isZero()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration; write it as 45s, 30m, 4h or 1h30m");
    }
    return sum;
  }

  /** Writes a duration as {@link #parse} reads it. */
  public static String text(Duration duration) {
    StringBuilder text = new StringBuilder();
    part(text, duration.toDays(), "d");
    part(text, duration.toHoursPart(), "h");
    part(text, duration.toMinutesPart(), "m");
    part(text, duration.toSecondsPart(), "s");
    part(text, duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void part(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
