package dev.orc.cli.batch;

import dev.orc.cli.api.ApiClient;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;

/** Has the worker find specs and make batches of them. Stateless. */
public final class SpecBatches {
  private static final String SPECS = BatchFinder.ALL + "/specs";

  private SpecBatches() {}

  /** Adds whatever specs there are. */
  public static BatchAdded add(ApiClient api, BatchSpecs specs) {
    return api.post(BatchAdded.class, SPECS, specs);
  }

  /** What would be added; nothing is. A fault in any spec is a failure. */
  public static BatchAdd planned(ApiClient api, BatchSpecs specs) {
    return api.post(BatchAdd.class, SPECS + "?dry-run=true", specs);
  }

  /** Adds entries as they are. */
  public static BatchAdded add(ApiClient api, BatchAdd entries) {
    return api.post(BatchAdded.class, BatchFinder.ALL, entries);
  }
}
