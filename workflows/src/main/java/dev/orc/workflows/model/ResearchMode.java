package dev.orc.workflows.model;

/** What is done with a failed project before it is tried again. */
public enum ResearchMode {
  /** A research orchestration of one agent; the analysis where that fails. */
  AGENT,
  /** What the reports, the timeline and the last screens say, without an agent. */
  ANALYSIS,
  /** Nothing: tried again as it is. */
  OFF
}
