package dev.orc.workflows.project;

import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Sighting;
import java.time.Instant;

/**
 * The signs of life and work that an agent has left.
 *
 * @param touchedAt when it was last launched or asked how it goes
 * @param nudges how far its being stuck was told: 1 to itself, 2 to its manager, 3 to a person
 */
record Trail(
    int commits,
    Instant committedAt,
    Instant reportedAt,
    String lastReport,
    Instant outputAt,
    Instant touchedAt,
    int nudges) {
  private static final int LINE = 200;

  static Trail begin(Instant now) {
    return new Trail(0, null, null, null, null, now, 0);
  }

  Trail saw(Sighting sighting) {
    boolean progress = sighting.commits() > commits;
    return new Trail(
        Math.max(commits, sighting.commits()),
        sighting.committedAt() == null ? committedAt : sighting.committedAt(),
        reportedAt,
        lastReport,
        sighting.outputAt() == null ? outputAt : sighting.outputAt(),
        touchedAt,
        progress ? 0 : nudges);
  }

  /** So many commits were counted. */
  Trail counted(int found) {
    return new Trail(
        Math.max(commits, found), committedAt, reportedAt, lastReport, outputAt, touchedAt, nudges);
  }

  Trail reported(Report report, Instant now) {
    String text = report.text() == null ? "" : report.text();
    String line = report.kind() + ": " + text.lines().findFirst().orElse("");
    String cut = line.length() > LINE ? line.substring(0, LINE) : line;
    return new Trail(commits, committedAt, now, cut, outputAt, touchedAt, 0);
  }

  Trail touched(Instant now) {
    return new Trail(commits, committedAt, reportedAt, lastReport, outputAt, now, nudges);
  }

  Trail nudged(Instant now) {
    return new Trail(commits, committedAt, reportedAt, lastReport, outputAt, now, nudges + 1);
  }

  /** When it last showed anything at all. */
  Instant lastSign() {
    Instant last = touchedAt;
    for (Instant sign : new Instant[] {committedAt, reportedAt, outputAt}) {
      last = sign != null && sign.isAfter(last) ? sign : last;
    }
    return last;
  }

  /** When it last got anywhere; null when it never did. */
  Instant lastProgress() {
    if (committedAt == null || reportedAt == null) {
      return committedAt == null ? reportedAt : committedAt;
    }
    return committedAt.isAfter(reportedAt) ? committedAt : reportedAt;
  }
}
