package dev.orc.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * This computer's clock. Its zone is asked for when somebody needs it and not before: the table of
 * zones costs a command some milliseconds, and most show no time of day. Thread-safe.
 */
public final class LocalClock extends Clock {
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }
}
