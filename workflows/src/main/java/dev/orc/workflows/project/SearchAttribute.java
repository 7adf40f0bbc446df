package dev.orc.workflows.project;

import dev.orc.workflows.model.Phase;
import io.temporal.common.SearchAttributeKey;
import io.temporal.workflow.Workflow;

/** The attribute that operators filter on and that changes while an orchestration runs. */
final class SearchAttribute {
  static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("OrcPhase");

  private SearchAttribute() {}

  /** Only where the start gave it: a server that does not know it would retry for ever. */
  static void phase(Phase phase) {
    if (Workflow.getTypedSearchAttributes().containsKey(PHASE)) {
      Workflow.upsertTypedSearchAttributes(PHASE.valueSet(phase.name()));
    }
  }
}
