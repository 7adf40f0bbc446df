package dev.orc.cli.screen;

import dev.orc.workflows.model.TimelineEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** A transition as one line, its time by the reader's zone. */
public final class TimelineLine {
  private static final int WHO_WIDTH = 16;
  private static final int KIND_WIDTH = 8;

  private static final int NARROWEST_TEXT = 20;

  private TimelineLine() {}

  public static String plain(TimelineEntry entry, ZoneId zone) {
    return head(entry, zone) + Clean.line(String.valueOf(entry.what()));
  }

  /** The line, and what does not fit on it below. */
  static List<String> wrapped(TimelineEntry entry, int columns, ZoneId zone) {
    String head = head(entry, zone);
    String what = Clean.line(String.valueOf(entry.what()));
    int room = columns - Width.of(head);
    if (room < NARROWEST_TEXT || Width.of(what) <= room) {
      return List.of(head + what);
    }
    List<String> lines = new ArrayList<>();
    for (String part : Width.wrapped(what, room)) {
      lines.add((lines.isEmpty() ? head : " ".repeat(Width.of(head))) + part);
    }
    return lines;
  }

  private static String head(TimelineEntry entry, ZoneId zone) {
    String who = entry.who() == null ? "" : entry.who();
    return clock(entry.at(), zone)
        + "  "
        + Width.padded(Clean.line(String.valueOf(entry.kind())), KIND_WIDTH)
        + "  "
        + Width.padded(Clean.line(who), WHO_WIDTH)
        + "  ";
  }

  public static String within(TimelineEntry entry, int columns, ZoneId zone) {
    return Width.cut(plain(entry, zone), columns);
  }

  private static String clock(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return two(local.getHour()) + ":" + two(local.getMinute()) + ":" + two(local.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
