package dev.orc.activities.agent;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;

/** Says that a long act is still going on; throws when it is no longer wanted. */
@FunctionalInterface
interface Beat {
  void beat();

  /** The beat of the activity that this thread runs. The server is told seldom, however often. */
  static Beat ofActivity() {
    ActivityExecutionContext context = Activity.getExecutionContext();
    return () -> context.heartbeat(null);
  }
}
