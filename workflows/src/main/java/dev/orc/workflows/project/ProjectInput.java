package dev.orc.workflows.project;

import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.FormerLife;
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
 * @param former what the host shows of an orchestration of that name that is gone: those of its
 *     agents that live are taken over, the others told that they go on
 * @param notes what the plan of its team notes, as that an answer could not be used
 * @param branch that the work starts from and comes back to; null for the one that is checked out
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
    ProjectState state,
    List<FormerLife> former,
    List<String> notes,
    String branch) {
  public ProjectInput {
    notes = notes == null ? List.of() : List.copyOf(notes);
    former = former == null ? List.of() : List.copyOf(former);
    windows = windows == null ? List.of() : List.copyOf(windows);
  }

  /** One whose plan has nothing to note, on the branch that is checked out. */
  public ProjectInput(
      String project,
      String host,
      String directory,
      Spec spec,
      Team team,
      ProjectSettings settings,
      List<SideWindow> windows,
      BatchRef batch,
      ProjectState state,
      List<FormerLife> former) {
    this(
        project, host, directory, spec, team, settings, windows, batch, state, former, List.of(),
        null);
  }

  /** The same with what the plan of its team notes, for its story. */
  public ProjectInput noting(List<String> lines) {
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, batch, state, former, lines,
        branch);
  }

  /** The same from a branch; null for the one that is checked out. */
  public ProjectInput from(String start) {
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, batch, state, former, notes,
        start);
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
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, null, null, List.of());
  }

  /** The input of the next run of the same orchestration. */
  ProjectInput with(ProjectState carried) {
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, batch, carried, former, notes,
        branch);
  }

  /** The same, over what the host shows of one that is gone. */
  public ProjectInput after(List<FormerLife> lives) {
    return new ProjectInput(
        project, host, directory, spec, team, settings, windows, batch, state, lives, notes,
        branch);
  }
}
