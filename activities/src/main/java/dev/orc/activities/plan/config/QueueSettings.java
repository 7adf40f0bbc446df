package dev.orc.activities.plan.config;

import dev.orc.workflows.model.BatchSettings;
import java.time.Duration;

/**
 * How batches are run on this host.
 *
 * @param batch the numbers that every batch runs by, where nobody wishes for others
 * @param agentMemory bytes of memory that an agent is taken to need while none lives
 * @param researchWithin how long an agent may look into a failure
 */
public record QueueSettings(BatchSettings batch, long agentMemory, Duration researchWithin) {
  public static final QueueSettings DEFAULTS =
      new QueueSettings(BatchSettings.DEFAULTS, 400_000_000L, Duration.ofMinutes(30));
}
