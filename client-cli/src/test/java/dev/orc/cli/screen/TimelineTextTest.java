package dev.orc.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimelineTextTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

  private static TimelineText within(int columns) {
    Instant noon = TODAY.atTime(12, 0).atZone(ZONE).toInstant();
    return TimelineText.within(columns, Clock.fixed(noon, ZONE));
  }

  private static TimelineEntry entry(LocalDate day, String what) {
    Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
    return new TimelineEntry(1, noon, EntryKind.REPORT, "developer", what);
  }

  @Test
  void namesEveryDayButTheFirstOfToday() {
    TimelineText text = within(80);
    assertThat(text.of(entry(TODAY, "one"))).hasSize(1);
    assertThat(text.of(entry(TODAY.plusDays(1), "two"))).hasSize(2).startsWith("2026-11-21");
    assertThat(text.of(entry(TODAY.plusDays(1), "three"))).hasSize(1);
  }

  @Test
  void longTextGoesOnBelowItself() {
    assertThat(within(80).of(entry(TODAY, "a long word ".repeat(12))))
        .hasSizeGreaterThan(2)
        .allMatch(line -> Width.of(line) <= 80)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith(" ".repeat(38) + "word a long"));
    assertThat(within(Integer.MAX_VALUE).of(entry(TODAY, "a long word ".repeat(12)))).hasSize(1);
  }
}
