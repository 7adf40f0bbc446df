package dev.orc.workflows.project;

import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import java.util.List;

/**
 * What an orchestration starts with.
 *
 * @param directory the repository as the user named it
 * @param windows those of its session that no agent lives in
 * @param batch the batch that it belongs to; null when there is none
 * @param state what an earlier run of the same orchestration carried over; null at its beginning
 */
public record ProjectInput(
    String project,
    String host,
    String directory,
    Spec spec,
    Team team,
    ProjectSettings settings,
    List<SideWindow> windows,
    BatchRef batch,
    ProjectState state) {
  public ProjectInput {
    windows = windows == null ? List.of() : List.copyOf(windows);
  }

  /** One of its own at its beginning. */
  public static ProjectInput of(
      String project,
      String host,
      String directory,
      Spec spec,
      Team team,
      ProjectSettings settings,
      List<SideWindow> windows) {
    return new ProjectInput(project, host, directory, spec, team, settings, windows, null, null);
  }

  /** The input of the next run of the same orchestration. */
  ProjectInput with(ProjectState carried) {
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, batch, carried);
  }
}
