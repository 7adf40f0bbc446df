package dev.orc.activities.driver;

import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds limit texts and reads when the limit ends. Thread-safe: immutable. */
final class LimitReader {
  /** What programs put before a line of theirs; a person's or a message's lines look otherwise. */
  private static final Pattern LEAD = Pattern.compile("^[\\s⎿│┃●⏺■•⚠▲✕✗ℹ!]*");

  /** Over so many lines a program may have wrapped a text. */
  private static final int WRAPPED_LINES = 4;

  private final DriverFile file;

  LimitReader(DriverFile file) {
    this.file = file;
  }

  /** The limit that the lines tell of; empty when there is none or it is over. */
  Optional<Reading> read(ScreenLines lines, Instant now, ZoneId zone) {
    Pattern movedOn = file.screen().movedOn();
    Optional<Reading> undated = Optional.empty();
    for (int i = lines.lines().size() - 1; i >= 0; i--) {
      Optional<Reading> limited = at(lines.unwrapped(i, WRAPPED_LINES), now, zone);
      if (limited.isPresent() && limited.get().resetsAt() != null) {
        return limited.filter(found -> found.resetsAt().isAfter(now));
      }
      undated = undated.isPresent() ? undated : limited;
      if (movedOn != null && movedOn.matcher(lines.lines().get(i)).find()) {
        return undated;
      }
    }
    return undated;
  }

  /** The limit that the text begins with, over or not. */
  Optional<Reading> at(String text, Instant now, ZoneId zone) {
    String bare = LEAD.matcher(text).replaceFirst("");
    if (file.notLimits().stream().anyMatch(not -> not.matcher(bare).lookingAt())) {
      return Optional.empty();
    }
    for (DriverFile.Limit limit : file.limits()) {
      Matcher matcher = limit.text().matcher(bare);
      if (matcher.lookingAt()) {
        Instant resets = ResetTime.read(reset(matcher), now, zone, limit.longest()).orElse(null);
        return Optional.of(
            new Reading(Condition.LIMITED, ScreenReader.line(matcher.group()), resets));
      }
    }
    return Optional.empty();
  }

  private static String reset(Matcher matcher) {
    try {
      String reset = matcher.group("reset");
      return reset == null ? "" : reset;
    } catch (IllegalArgumentException noSuchGroup) {
      return matcher.group();
    }
  }
}
