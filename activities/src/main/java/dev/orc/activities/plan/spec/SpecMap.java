package dev.orc.activities.plan.spec;

import dev.orc.workflows.model.BatchWish;
import java.nio.file.Path;
import java.util.List;

/** A spec map as it was read. */
record SpecMap(Path file, List<MapEntry> entries, BatchWish batch) {
  SpecMap {
    entries = List.copyOf(entries);
  }
}
