package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks which team a project would get; nothing is started.
 *
 * @param project absolute path of its directory
 * @param spec absolute path of a spec that is to count too; may be null
 * @param programs as in a {@link StartRequest}
 */
public record TeamRequest(
    String project, String spec, String driver, TeamWish team, List<String> programs) {
  public TeamRequest {
    team = team == null ? TeamWish.NONE : team;
    programs = programs == null ? List.of() : List.copyOf(programs);
  }
}
