package dev.orc.workflows.batch;

import dev.orc.workflows.entity.RecentIds;
import dev.orc.workflows.model.BatchSettings;
import java.time.Instant;

/** Everything that a batch carries over when it continues as new. */
public record BatchState(BatchLifecycle course, Items items, Story story, RecentIds ids) {
  /** The beginning. */
  static BatchState begin(BatchSettings settings, Instant now) {
    return new BatchState(
        new BatchLifecycle(settings, now), new Items(), new Story(), new RecentIds());
  }
}
