package dev.orc.cli.project;

import dev.orc.cli.api.Api;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Surroundings;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Message;

/**
 * Whom something is for.
 *
 * @param role a role, or {@code @all}
 */
public record Target(String project, String role) {

  /** Reads {@code project:role}, {@code project:@all}, or a bare role or {@code @all}. */
  public static Target read(String word, Surroundings here, Api api) {
    int colon = word.indexOf(':');
    String project = colon < 0 ? null : word.substring(0, colon);
    String role = word.substring(colon + 1);
    try {
      if (project != null) {
        AgentName.requireWord(project);
      }
      if (!role.equals(Message.ALL)) {
        AgentName.requireWord(role);
      }
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "'" + word + "' is no target: " + e.getMessage(),
          "Say project:role, project:@all, or a role inside an agent's window");
    }
    return new Target(project == null ? Projects.chosen(null, here, api) : project, role);
  }

  @Override
  public String toString() {
    return project + ":" + role;
  }
}
