package dev.orc.cli.screen;

import dev.orc.workflows.model.TimelineEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A transition as one line, its time by this computer's zone. */
public final class TimelineLine {
  private static final int WHO_WIDTH = 16;
  private static final int KIND_WIDTH = 8;

  private TimelineLine() {}

  public static String plain(TimelineEntry entry) {
    String who = entry.who() == null ? "" : entry.who();
    return clock(entry.at(), ZoneId.systemDefault())
        + "  "
        + Width.padded(Clean.line(String.valueOf(entry.kind())), KIND_WIDTH)
        + "  "
        + Width.padded(Clean.line(who), WHO_WIDTH)
        + "  "
        + Clean.line(String.valueOf(entry.what()));
  }

  public static String within(TimelineEntry entry, int columns) {
    return Width.cut(plain(entry), columns);
  }

  private static String clock(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return two(local.getHour()) + ":" + two(local.getMinute()) + ":" + two(local.getSecond());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
