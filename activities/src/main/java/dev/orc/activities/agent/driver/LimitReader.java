package dev.orc.activities.agent.driver;

import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds limit texts and reads when the limit ends. Thread-safe: immutable. */
final class LimitReader {
  /** What programs put before a line of theirs; a person's or a message's lines look otherwise. */
  private static final Pattern LEAD = Pattern.compile("^[\\s\u00a0⎿│┃●⏺■⬝•⚠▲✕✗ℹ!]*");

  /** Over so many lines a program may have wrapped a text. */
  private static final int WRAPPED_LINES = 9;

  /** A limit's time stands at the end of its text, and tells it from the one before. */
  private static final int WORDS = 300;

  private final DriverFile file;

  LimitReader(DriverFile file) {
    this.file = file;
  }

  /** The limit that the lines tell of; empty when there is none or it is over. */
  Optional<Reading> read(ScreenLines lines, Instant now, ZoneId zone) {
    Optional<Reading> undated = Optional.empty();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<Reading> limited = at(lines, i, now, zone);
      if (limited.isPresent() && limited.get().resetsAt() != null) {
        return limited.filter(found -> found.resetsAt().isAfter(now));
      }
      undated = undated.isPresent() ? undated : limited;
      if (lines.shows(file.screen().movedOn(), i)) {
        return undated;
      }
    }
    return undated;
  }

  private Optional<Reading> at(ScreenLines lines, int line, Instant now, ZoneId zone) {
    String text = bare(lines.unwrapped(line, WRAPPED_LINES));
    return limit(text, known -> told(known, lines, line), now, zone);
  }

  /** Whether the program tells of that limit in that line, and not an agent in a conversation. */
  private static boolean told(DriverFile.Limit known, ScreenLines lines, int line) {
    if (known.lead() != null && !lines.shows(known.lead(), line)) {
      return false;
    }
    if (known.tail() == null) {
      return true;
    }
    String whole = bare(lines.paragraph(line));
    Matcher matcher = known.text().matcher(whole);
    return matcher.lookingAt()
        && known.tail().matcher(whole.substring(matcher.end()).strip()).matches()
        && lines.standsAlone(line);
  }

  /** The limit that the text begins with, over or not. */
  Optional<Reading> at(String text, Instant now, ZoneId zone) {
    return limit(bare(text), known -> true, now, zone);
  }

  private Optional<Reading> limit(
      String bare, Predicate<DriverFile.Limit> told, Instant now, ZoneId zone) {
    if (file.notLimits().stream().anyMatch(not -> not.matcher(bare).lookingAt())) {
      return Optional.empty();
    }
    for (DriverFile.Limit limit : file.limits()) {
      Matcher matcher = limit.text().matcher(bare);
      if (matcher.lookingAt() && told.test(limit)) {
        Instant resets = ResetTime.read(reset(matcher), now, zone, limit.longest()).orElse(null);
        return Optional.of(
            new Reading(
                Condition.LIMITED,
                ScreenReader.line(matcher.group(), WORDS),
                resets,
                limit.broke()));
      }
    }
    return Optional.empty();
  }

  /** The text without what programs put before it. */
  static String bare(String text) {
    return LEAD.matcher(text).replaceFirst("");
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
