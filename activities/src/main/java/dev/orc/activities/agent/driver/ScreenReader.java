package dev.orc.activities.agent.driver;

import dev.orc.workflows.model.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an agent's condition from its screen. Thread-safe: immutable. */
final class ScreenReader {
  private static final int DETAIL_CHARACTERS = 160;

  private final DriverFile file;
  private final LimitReader limits;
  private final ComposerReader composers;
  private final DialogReader dialogs;

  ScreenReader(DriverFile file, LimitReader limits, ComposerReader composers) {
    this.file = file;
    this.limits = limits;
    this.composers = composers;
    this.dialogs = new DialogReader(file);
  }

  /**
   * What has ended says so in its last line. A composer in its frame means that no question is
   * open: what looks like one above it is conversation. A program that works is not limited,
   * whatever is left on its screen. What shows no mark at all has not started yet.
   */
  Reading read(String screen, Instant now, ZoneId zone) {
    ScreenLines lines = ScreenLines.bottom(screen, file.screen().bottom());
    if (EndReader.ended(lines, file.screen().exited())) {
      return Reading.of(Condition.EXITED);
    }
    Optional<ComposerReader.Place> composer = composers.find(lines);
    boolean certain = composers.certain() && composer.isPresent();
    ScreenLines above = certain ? lines.part(0, composer.get().top()) : lines;
    Optional<String> work = work(lines, composer, above);
    Optional<Reading> limited = work.isPresent() ? Optional.empty() : limits.read(above, now, zone);
    if (limited.isPresent()) {
      return limited.get();
    }
    Optional<Dialog> dialog = certain ? Optional.empty() : dialogs.read(lines);
    if (dialog.isPresent()) {
      return new Reading(Condition.ASKING, dialog.get().words(), null);
    }
    if (work.isPresent()) {
      String told = work.get().isEmpty() ? warning(lines) : work.get();
      return new Reading(Condition.BUSY, told, null);
    }
    boolean ready = certain || lines.showsAny(file.screen().ready());
    return ready ? ready(lines, above) : Reading.of(Condition.STARTING);
  }

  /** The question that is open; empty when there is none. */
  Optional<Dialog> dialog(String screen) {
    ScreenLines lines = ScreenLines.bottom(screen, file.screen().bottom());
    boolean closed = composers.certain() && composers.find(lines).isPresent();
    return closed || EndReader.ended(lines, file.screen().exited())
        ? Optional.empty()
        : dialogs.read(lines);
  }

  /** Ready, with what broke the last turn off, or a warning. */
  private Reading ready(ScreenLines lines, ScreenLines above) {
    return new BreakReader(file)
        .read(above)
        .orElseGet(() -> new Reading(Condition.READY, warning(lines), null));
  }

  /**
   * That it works: a busy mark, or the line of its work right above the composer, or a mark below
   * it. The words are those of a work that does not go on by itself, else empty.
   */
  private Optional<String> work(
      ScreenLines lines, Optional<ComposerReader.Place> composer, ScreenLines above) {
    DriverFile.Screen marks = file.screen();
    int last = above.lastInFirstColumn();
    if (last >= 0 && marks.spinner() != null && above.shows(marks.spinner(), last)) {
      boolean retries = marks.retrying() != null && above.shows(marks.retrying(), last);
      return Optional.of(retries ? line(above.lines().get(last)) : "");
    }
    boolean below =
        composer.isPresent()
            && lines.part(composer.get().end(), lines.size()).showsAny(marks.footer());
    boolean busy = below || lines.showsAny(marks.busy());
    if (!busy) {
      return Optional.empty();
    }
    return marks.retrying() == null
        ? Optional.of("")
        : Optional.of(above.find(marks.retrying()).map(found -> line(found.group())).orElse(""));
  }

  /** The text as one short line. */
  static String line(String text) {
    return line(text, DETAIL_CHARACTERS);
  }

  static String line(String text, int longest) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > longest ? line.substring(0, longest) : line;
  }

  /** A warning that a limit is near; null when there is none. */
  private String warning(ScreenLines bottom) {
    for (Pattern warning : file.warnings()) {
      Optional<Matcher> shown = bottom.find(warning);
      if (shown.isPresent()) {
        return line(shown.get().group(Math.min(1, shown.get().groupCount())));
      }
    }
    return null;
  }
}
