package dev.orc.activities.plan.start;

import dev.orc.activities.plan.spec.SpecDocument;
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
 * @param asked what the repository wants to have run and nobody has allowed yet
 * @param variables names of the worker's variables that the agents get
 * @param branch that the work is to start from whatever is checked out then; null for what is
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
    NewProject newProject,
    List<String> asked,
    List<String> variables,
    String branch) {
  public Plan {
    variables = List.copyOf(variables);
    worktrees = List.copyOf(worktrees);
    windows = List.copyOf(windows);
    asked = List.copyOf(asked);
  }

  /** One whose agents get none of the worker's variables by name, for no environment's branch. */
  public Plan(
      String project,
      Repository repository,
      Spec spec,
      TeamPlan teamPlan,
      ProjectSettings settings,
      SpecDocument document,
      List<PlannedWorktree> worktrees,
      List<SideWindow> windows,
      NewProject newProject,
      List<String> asked) {
    this(
        project,
        repository,
        spec,
        teamPlan,
        settings,
        document,
        worktrees,
        windows,
        newProject,
        asked,
        List.of(),
        null);
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
