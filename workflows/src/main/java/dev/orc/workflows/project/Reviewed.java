package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.WorktreeState;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person was asked to review, and what came of it. Workflow threads only. */
@Carried
final class Reviewed {
  private String open;
  private Map<String, String> shown = Map.of();
  private Map<String, String> approved = Map.of();
  private Map<String, String> refused = Map.of();
  private boolean told;

  /**
   * Asks for that work; answers the id of the request. Other work has another id: an answer that
   * somebody types twice can never be one to what it was not meant for.
   */
  String ask(Map<String, String> work) {
    open = "review-" + mark(work);
    shown = work;
    return open;
  }

  private static String mark(Map<String, String> work) {
    return HexFormat.of().toHexDigits(work.hashCode());
  }

  /** The request that waits for its answer; null when none does. */
  String open() {
    return open;
  }

  /** Nobody needs to answer any more. */
  void drop() {
    open = null;
  }

  /** What was shown counts, and nothing that was committed after it. */
  void approve() {
    approved = shown;
    open = null;
  }

  void approve(Map<String, String> work) {
    approved = work;
    open = null;
  }

  void refuse() {
    refused = shown;
    told = false;
    open = null;
  }

  boolean approved(Map<String, String> work) {
    return !work.isEmpty() && approved.equals(work);
  }

  boolean refused(Map<String, String> work) {
    return !work.isEmpty() && refused.equals(work);
  }

  /** Answers once for each refusal that the lead is to be told that nothing has changed. */
  boolean tellUnchanged() {
    boolean first = !told;
    told = true;
    return first;
  }

  /** The commits that were approved, by role; none when none were. */
  Map<String, String> approved() {
    return Collections.unmodifiableMap(approved);
  }

  /** The commits that the worktrees are at: an approval is one of these, not of what follows. */
  static Map<String, String> work(List<WorktreeState> states) {
    Map<String, String> work = new LinkedHashMap<>();
    states.stream()
        .filter(state -> state.head() != null)
        .forEach(state -> work.put(state.role(), state.head()));
    return work;
  }
}
