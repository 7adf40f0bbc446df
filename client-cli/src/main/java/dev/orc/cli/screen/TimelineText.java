package dev.orc.cli.screen;

import dev.orc.workflows.model.TimelineEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A timeline as lines of text within some columns: what is long goes on below, and a day that is
 * not the one before is named, today's only after another. Not thread-safe.
 */
public final class TimelineText {
  private final int columns;
  private final ZoneId zone;
  private LocalDate day;

  /** For a reader of today: its day needs no name, and its zone tells the time. */
  public static TimelineText within(int columns, Clock clock) {
    return new TimelineText(columns, clock.getZone(), LocalDate.now(clock));
  }

  private TimelineText(int columns, ZoneId zone, LocalDate today) {
    this.columns = columns;
    this.zone = zone;
    this.day = today;
  }

  public List<String> of(TimelineEntry entry) {
    List<String> lines = new ArrayList<>();
    LocalDate its = entry.at().atZone(zone).toLocalDate();
    if (!its.equals(day)) {
      day = its;
      lines.add(its.toString());
    }
    lines.addAll(TimelineLine.wrapped(entry, columns, zone));
    return lines;
  }
}
