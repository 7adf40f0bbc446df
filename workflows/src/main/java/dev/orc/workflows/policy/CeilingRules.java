package dev.orc.workflows.policy;

import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;
import java.time.Instant;

/** Whether work that took too long gets more time. */
public final class CeilingRules {
  private CeilingRules() {}

  /**
   * Whether there is another extension: there is one left, and commits or reports still come.
   *
   * @param used extensions given already
   * @param lastProgress the newest commit or report of anybody; null when there was none
   */
  public static boolean extend(
      Instant now, int used, Instant lastProgress, ProjectSettings settings) {
    Duration recent = used == 0 ? settings.stuckAfter() : settings.extension();
    return used < settings.extensions()
        && lastProgress != null
        && lastProgress.isAfter(now.minus(recent));
  }
}
