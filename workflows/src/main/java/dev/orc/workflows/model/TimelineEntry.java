package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One transition.
 *
 * @param number counts from 1 and is never used twice in an orchestration
 * @param who the role, or the person; null when it is the orchestration itself
 * @param what as a person reads it
 * @param trace the same as data; null for most, and for those of earlier editions
 */
public record TimelineEntry(
    long number,
    Instant at,
    EntryKind kind,
    String who,
    String what,
    @JsonInclude(JsonInclude.Include.NON_NULL) Trace trace) {

  /** One that a reader alone has to understand. */
  public TimelineEntry(long number, Instant at, EntryKind kind, String who, String what) {
    this(number, at, kind, who, what, null);
  }
}
