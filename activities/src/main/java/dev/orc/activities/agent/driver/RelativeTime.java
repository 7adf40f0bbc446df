package dev.orc.activities.agent.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times from now on, as {@code in 2 days 17 hours 14 minutes}. Pure. */
final class RelativeTime {
  private static final String PART =
      "\\d{1,4}\\s*(?:days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\\b";

  static final String FORM = "(?:in\\s+)?" + PART + "(?:(?:\\s*,)?(?:\\s+and)?\\s*" + PART + ")*";

  private static final Pattern WHOLE =
      Pattern.compile("(?:^|\\bin\\s+)" + FORM, Pattern.CASE_INSENSITIVE);
  private static final Pattern ONE =
      Pattern.compile("(\\d{1,4})\\s*([dhms])", Pattern.CASE_INSENSITIVE);

  private RelativeTime() {}

  static Optional<Instant> read(String text, Instant now) {
    Matcher whole = WHOLE.matcher(text.strip());
    if (!whole.find()) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher one = ONE.matcher(whole.group());
    while (one.find()) {
      sum = sum.plus(part(Long.parseLong(one.group(1)), one.group(2).toLowerCase(Locale.ROOT)));
    }
    return Optional.of(now.plus(sum));
  }

  private static Duration part(long count, String unit) {
    return switch (unit) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
