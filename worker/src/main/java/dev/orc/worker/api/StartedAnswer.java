package dev.orc.worker.api;

import dev.orc.activities.plan.config.Settings;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.plan.start.Windows;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Started;
import java.util.ArrayList;
import java.util.List;

/** What whoever starts something is told of it. Stateless. */
final class StartedAnswer {
  private StartedAnswer() {}

  /**
   * @param runId null when nothing was started
   */
  static Started of(Plan plan, String runId) {
    List<SideWindow> windows = new ArrayList<>(List.of(Windows.shell(plan.directory())));
    windows.addAll(plan.windows());
    return new Started(
        plan.project(),
        TaskQueues.workflowId(plan.project()),
        runId,
        plan.directory(),
        plan.team(),
        plan.spec().file(),
        plan.teamPlan(),
        plan.worktrees(),
        windows,
        plan.makesRepository(),
        plan.spec().title(),
        plan.spec().verify(),
        Settings.differing(plan.settings()),
        plan.asked(),
        plan.branch());
  }
}
