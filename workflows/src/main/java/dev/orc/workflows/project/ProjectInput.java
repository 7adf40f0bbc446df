package dev.orc.workflows.project;

import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;

/**
 * What an orchestration starts with.
 *
 * @param directory the repository as the user named it
 * @param state what an earlier run of the same orchestration carried over; null at its beginning
 */
public record ProjectInput(
    String project,
    String host,
    String directory,
    Spec spec,
    Team team,
    ProjectSettings settings,
    ProjectState state) {

  /** The input of the next run of the same orchestration. */
  ProjectInput with(ProjectState carried) {
    return new ProjectInput(project, host, directory, spec, team, settings, carried);
  }
}
