package dev.orc.activities.driver;

import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an agent's condition from the bottom lines of its screen. Thread-safe: immutable. */
final class ScreenReader {
  private static final int DETAIL_CHARACTERS = 160;

  private final DriverFile file;
  private final LimitReader limits;

  ScreenReader(DriverFile file, LimitReader limits) {
    this.file = file;
    this.limits = limits;
  }

  /**
   * A program that works is not limited, whatever is left on its screen; a question counts before
   * the marks around it. What shows no mark at all has not started yet.
   */
  Reading read(String screen, Instant now, ZoneId zone) {
    ScreenLines bottom = ScreenLines.bottom(screen, file.screen().bottom());
    boolean busy = bottom.showsAny(file.screen().busy());
    Optional<Reading> limited = busy ? Optional.empty() : limits.read(bottom, now, zone);
    if (limited.isPresent()) {
      return limited.get();
    }
    Optional<String> dialog = dialog(bottom);
    if (dialog.isPresent()) {
      return new Reading(Condition.ASKING, dialog.get(), null);
    }
    if (busy) {
      return new Reading(Condition.BUSY, warning(bottom), null);
    }
    if (bottom.showsAny(file.screen().ready())) {
      return new Reading(Condition.READY, warning(bottom), null);
    }
    return Reading.of(Condition.STARTING);
  }

  /** The text as one short line. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > DETAIL_CHARACTERS ? line.substring(0, DETAIL_CHARACTERS) : line;
  }

  private Optional<String> dialog(ScreenLines bottom) {
    for (DriverFile.Dialog dialog : file.dialogs()) {
      Optional<Matcher> shown = bottom.find(dialog.shows());
      if (shown.isPresent()) {
        return Optional.of(dialog.label() == null ? line(shown.get().group(1)) : dialog.label());
      }
    }
    return Optional.empty();
  }

  /** A warning that a limit is near; null when there is none. */
  private String warning(ScreenLines bottom) {
    for (Pattern warning : file.warnings()) {
      Optional<Matcher> shown = bottom.find(warning);
      if (shown.isPresent()) {
        return line(shown.get().group());
      }
    }
    return null;
  }
}
