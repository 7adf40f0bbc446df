package dev.orc.activities.tell.notice;

import dev.orc.workflows.model.Need;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When something may be told: what a person has to settle at once, the ends of orchestrations at
 * their time of day, where one is set. Pure.
 *
 * @param endsAt null for at once
 */
record MorningRules(LocalTime endsAt, ZoneId zone) {
  /** Ends are told as soon as they come. */
  static final MorningRules AT_ONCE = new MorningRules(null, ZoneOffset.UTC);

  Instant due(Need need) {
    if (need.kind() != Need.Kind.END || endsAt == null) {
      return Instant.MIN;
    }
    ZonedDateTime ended = need.at().atZone(zone);
    ZonedDateTime today = ended.with(endsAt);
    ZonedDateTime morning =
        today.isBefore(ended) ? ended.toLocalDate().plusDays(1).atTime(endsAt).atZone(zone) : today;
    return morning.toInstant();
  }
}
