package dev.orc.worker.host;

import dev.orc.activities.Refusal;
import dev.orc.activities.spec.SpecReader;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documents that are named one by one, as a batch. Stateless. */
final class PlainSpecs {
  private final SpecReader reader = new SpecReader();

  BatchSide.Specs batchOf(SpecsRequest specs, StartRequest template) {
    List<String> faults = new ArrayList<>();
    List<BatchEntry> entries = new ArrayList<>();
    for (String path : specs.paths()) {
      try {
        reader.read(Path.of(path));
        String id = template.id() + "/" + (entries.size() + 1);
        StartRequest start = template.withSpec(path).withId(id);
        entries.add(new BatchEntry(start, name(path), 0, List.of(), List.of()));
      } catch (Refusal refused) {
        faults.add(refused.getMessage() + "; " + refused.remedy());
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.USAGE, String.join("; ", faults), "correct them, then add them again");
    }
    return new BatchSide.Specs(entries, BatchWish.NONE);
  }

  private static String name(String path) {
    return Path.of(path).getFileName().toString().replaceFirst("\\.[^.]+$", "");
  }
}
