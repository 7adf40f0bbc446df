package dev.orc.workflows.project;

import java.time.Instant;

/**
 * Why an agent's mail waits although the agent lives: a delivery was deferred.
 *
 * @param until when it may be tried again; null until the watch says that the agent is ready
 * @param urgentToo whether even urgent mail waits
 */
record Hold(Instant until, boolean urgentToo) {
  boolean stops(boolean urgent, Instant now) {
    return (until == null || now.isBefore(until)) && (urgentToo || !urgent);
  }
}
