package dev.orc.workflows.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orc.workflows.entity.RecentIds;
import dev.orc.workflows.model.BatchSettings;
import java.time.Instant;

/**
 * Everything that a batch carries over when it continues as new. Runs that are open carry a
 * lifecycle under the name that it had once.
 */
public record BatchState(
    @JsonProperty("course") BatchLifecycle lifecycle, Items items, Story story, RecentIds ids) {
  /** The beginning. */
  static BatchState begin(BatchSettings settings, Instant now) {
    return new BatchState(
        new BatchLifecycle(settings, now), new Items(), new Story(), new RecentIds());
  }
}
