package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One look at an agent's screen.
 *
 * @param composer what the composer holds; empty when it is empty
 */
record Glance(String screen, Reading reading, Optional<String> composer) {
  static Glance of(String screen, Driver driver, Instant now, ZoneId zone) {
    return new Glance(screen, driver.read(screen, now, zone), driver.composer(screen));
  }

  boolean composerHolds(LetterText letter) {
    return composer.filter(letter::shownAs).isPresent();
  }
}
