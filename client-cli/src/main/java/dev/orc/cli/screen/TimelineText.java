package dev.orc.cli.screen;

import dev.orc.workflows.model.TimelineEntry;
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
  private LocalDate day;

  /**
   * @param today the day that needs no name
   */
  public TimelineText(int columns, LocalDate today) {
    this.columns = columns;
    this.day = today;
  }

  public List<String> of(TimelineEntry entry) {
    List<String> lines = new ArrayList<>();
    LocalDate its = entry.at().atZone(ZoneId.systemDefault()).toLocalDate();
    if (!its.equals(day)) {
      day = its;
      lines.add(its.toString());
    }
    lines.addAll(TimelineLine.wrapped(entry, columns));
    return lines;
  }
}
