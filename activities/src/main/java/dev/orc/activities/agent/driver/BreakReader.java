package dev.orc.activities.agent.driver;

import dev.orc.workflows.model.Condition;
import java.util.Optional;

/**
 * Finds what a turn broke off with, when that is the last that was said. Thread-safe: immutable.
 */
final class BreakReader {
  private final DriverFile file;

  BreakReader(DriverFile file) {
    this.file = file;
  }

  /** Ready, and why the turn broke off; empty when it did not. */
  Optional<Reading> read(ScreenLines lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      for (DriverFile.Break known : file.breaks()) {
        if (lines.shows(known.text(), i) && lines.standsAlone(i)) {
          String text = LimitReader.bare(lines.paragraph(i));
          return Optional.of(
              new Reading(Condition.READY, ScreenReader.line(text), null, known.broke()));
        }
      }
      if (lines.shows(file.screen().movedOn(), i)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
