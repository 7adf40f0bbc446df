package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.WorktreeState;
import java.util.List;
import java.util.stream.Collectors;

/** How often the same work could not be integrated. Workflow threads only. */
@Carried
final class Setbacks {
  private String looked = "";
  private String failed = "";
  private int inARow;
  private boolean leadTold;
  private FailureKind kind;
  private boolean madeAgain;

  /** The worktrees were looked at: that is what is integrated next. */
  void looked(List<WorktreeState> states) {
    madeAgain = false;
    looked =
        states.stream()
            .map(state -> state.role() + " " + state.head())
            .collect(Collectors.joining("\n"));
  }

  /**
   * What was looked at last could not be integrated.
   *
   * @param by null when neither the branches nor the verification are to blame
   */
  void failed(FailureKind by) {
    kind = by;
    inARow = newCommits() ? 1 : inARow + 1;
    leadTold = leadTold && inARow > 1;
    failed = looked;
  }

  /** What the last one failed by; null when it is not known or there was none. */
  FailureKind kind() {
    return kind;
  }

  int inARow() {
    return inARow;
  }

  /** Whether there are other commits than at the last failure. */
  boolean newCommits() {
    return !looked.equals(failed);
  }

  /** Answers once, until the worktrees could be judged, that they may be made again. */
  boolean makeAgain() {
    boolean first = !madeAgain;
    madeAgain = true;
    return first;
  }

  /** Answers once, until other work fails, that the lead is to be told. */
  boolean tellLead() {
    boolean first = !leadTold;
    leadTold = true;
    return first;
  }
}
