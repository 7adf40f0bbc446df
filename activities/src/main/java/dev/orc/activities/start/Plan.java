package dev.orc.activities.start;

import dev.orc.activities.spec.SpecDocument;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.PlannedWorktree;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import java.util.List;

/**
 * What an orchestration would start with; nothing was changed to find it out.
 *
 * @param project the slug
 * @param repository without a head where it is yet to be made
 * @param spec names the copy of the document, which is only there once it is kept
 * @param teamPlan the team and the reasons for it
 * @param worktrees those that the roles would get
 * @param windows of the session, besides the shell's and the agents'
 * @param newProject the repository to be made; null when it is there
 */
public record Plan(
    String project,
    Repository repository,
    Spec spec,
    TeamPlan teamPlan,
    ProjectSettings settings,
    SpecDocument document,
    List<PlannedWorktree> worktrees,
    List<SideWindow> windows,
    NewProject newProject) {
  public Plan {
    worktrees = List.copyOf(worktrees);
    windows = List.copyOf(windows);
  }

  /** The repository's root. */
  public String directory() {
    return repository.directory();
  }

  public Team team() {
    return teamPlan.team();
  }

  /** Whether the repository is made for it. */
  public boolean makesRepository() {
    return newProject != null;
  }
}
