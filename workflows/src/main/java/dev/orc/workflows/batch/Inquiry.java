package dev.orc.workflows.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orc.workflows.model.BatchRef;

/**
 * How far the research of a failure has come.
 *
 * @param analysis the host's file with what is known without an agent
 * @param findings where the agent writes what it finds; null without one
 * @param project the slug of the agent's orchestration; null without one
 * @param runId of the agent's orchestration; null until it runs
 * @param over whether nothing more is waited for
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record Inquiry(String analysis, String findings, String project, String runId, boolean over) {
  /** What a research orchestration is told as its item, behind the item's own id. */
  static final String SUFFIX = BatchRef.RESEARCH;

  static Inquiry withoutAgent(String analysis) {
    return new Inquiry(analysis, null, null, null, true);
  }

  Inquiry running(String run) {
    return new Inquiry(analysis, findings, project, run, false);
  }

  Inquiry ended() {
    return new Inquiry(analysis, findings, project, runId, true);
  }
}
