package dev.orc.workflows.project;

import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;

/** The usual settings with one thing changed. */
final class Settings {
  private static final ProjectSettings USUAL = ProjectSettings.DEFAULTS;

  private Settings() {}

  static ProjectSettings historyEvents(int events) {
    return of(USUAL.stuckAfter(), USUAL.ceiling(), events, true);
  }

  static ProjectSettings stuckAfter(Duration time) {
    return of(time, USUAL.ceiling(), USUAL.historyEvents(), true);
  }

  static ProjectSettings ceiling(Duration time) {
    return of(USUAL.stuckAfter(), time, USUAL.historyEvents(), true);
  }

  /** The branches are left as they are. */
  static ProjectSettings apart() {
    return of(USUAL.stuckAfter(), USUAL.ceiling(), USUAL.historyEvents(), false);
  }

  private static ProjectSettings of(
      Duration stuckAfter, Duration ceiling, int events, boolean integrate) {
    return new ProjectSettings(
        USUAL.quietWatch(),
        stuckAfter,
        ceiling,
        USUAL.extension(),
        USUAL.extensions(),
        USUAL.restartFirst(),
        USUAL.restartLongest(),
        USUAL.crashesAllowed(),
        USUAL.crashWindow(),
        USUAL.launchWithin(),
        USUAL.limitGuess(),
        USUAL.limitMargin(),
        events,
        integrate);
  }
}
