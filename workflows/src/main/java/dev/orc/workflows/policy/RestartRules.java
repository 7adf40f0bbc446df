package dev.orc.workflows.policy;

import dev.orc.workflows.model.ProjectSettings;
import java.time.Duration;

/** How long a crashed agent waits for its next life. */
public final class RestartRules {
  private RestartRules() {}

  /**
   * The first crash costs nothing; who crashes again within the window waits, and each time longer.
   *
   * @param crashes within the window, this one included
   */
  public static Duration wait(int crashes, ProjectSettings settings) {
    return crashes <= 1
        ? Duration.ZERO
        : Backoff.wait(settings.restartFirst(), settings.restartLongest(), crashes - 1);
  }
}
