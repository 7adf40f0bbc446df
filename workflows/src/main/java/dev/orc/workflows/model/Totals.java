package dev.orc.workflows.model;

/** What an orchestration counted from its start, across every continue-as-new. */
public record Totals(
    int messages,
    int unknown,
    int expired,
    int reports,
    int restarts,
    int commits,
    int limits,
    long limitedSeconds,
    long historyEvents) {
  public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
