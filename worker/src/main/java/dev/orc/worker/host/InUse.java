package dev.orc.worker.host;

import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.WorktreeState;
import java.util.List;
import java.util.function.Predicate;

/**
 * The worktrees that some orchestration of a repository works in, whichever it is: the one that
 * ended shares its repository with the one that came after it. Immutable.
 */
record InUse(String directory, List<ProjectStatus> open) implements Predicate<WorktreeState> {
  @Override
  public boolean test(WorktreeState state) {
    return open.stream().anyMatch(project -> uses(project, state));
  }

  private boolean uses(ProjectStatus project, WorktreeState state) {
    // What does not answer, and what is about to make its worktrees, may use any of them.
    boolean unclear = project.phase() == null || project.phase() == Phase.PREPARING;
    return unclear && (project.directory() == null || project.directory().equals(directory))
        || project.agents().stream().anyMatch(agent -> state.path().equals(agent.worktree()));
  }
}
