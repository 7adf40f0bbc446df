package dev.orc.activities.agent.driver;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times that need no context: epoch seconds after a bar, and ISO 8601. Pure. */
final class AbsoluteTime {
  static final String FORM =
      "\\|\\d{10}\\b|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)";

  private static final Pattern PATTERN = Pattern.compile(FORM, Pattern.CASE_INSENSITIVE);

  private AbsoluteTime() {}

  static Optional<Instant> read(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String found = matcher.group();
    if (found.startsWith("|")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(found.substring(1))));
    }
    try {
      return Optional.of(OffsetDateTime.parse(found).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
