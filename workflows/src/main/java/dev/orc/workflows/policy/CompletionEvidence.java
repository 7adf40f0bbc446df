package dev.orc.workflows.policy;

import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.WorktreeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What speaks against the claim that the work is complete. */
public final class CompletionEvidence {
  private CompletionEvidence() {}

  /** What each role still has to settle, in one line each; empty when nothing is missing. */
  public static Map<String, List<String>> missing(
      List<WorktreeState> worktrees, List<Authorization> authorizations) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (WorktreeState worktree : worktrees) {
      if (!worktree.present()) {
        add(missing, worktree.role(), "your worktree " + worktree.path() + " is gone");
      } else if (!worktree.clean()) {
        String files = String.join(", ", worktree.uncommitted());
        add(missing, worktree.role(), "uncommitted changes in your worktree: " + files);
      }
    }
    for (Authorization open : authorizations) {
      add(missing, open.by(), "your request for authorization has no answer yet: " + open.what());
    }
    return missing;
  }

  /**
   * The phases that have not begun, in one line each: whoever says that everything is done can not
   * mean them.
   *
   * @param unstarted roles, and whom each waits for
   */
  public static List<String> unstarted(Map<String, List<String>> unstarted) {
    return unstarted.entrySet().stream()
        .map(
            role ->
                role.getKey()
                    + " has not started yet: it waits until "
                    + String.join(" and ", role.getValue())
                    + (role.getValue().size() == 1 ? " reports done" : " report done"))
        .toList();
  }

  private static void add(Map<String, List<String>> missing, String role, String line) {
    missing.computeIfAbsent(role, ignored -> new ArrayList<>()).add(line);
  }
}
