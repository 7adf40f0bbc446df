package dev.orc.workflows.project;

import java.time.Instant;

/**
 * Why an agent's mail waits although the agent lives: a delivery was deferred.
 *
 * @param until when it may be tried again; null until the watch says that the agent is ready
 * @param urgentToo whether even urgent mail waits
 * @param why as the host says; null when it says nothing
 */
record Hold(Instant until, boolean urgentToo, String why) {
  boolean stops(boolean urgent, Instant now) {
    return (until == null || now.isBefore(until)) && (urgentToo || !urgent);
  }

  /** The same, even for urgent mail, until then at the latest. */
  Hold until(Instant time) {
    return new Hold(time, true, why);
  }
}
