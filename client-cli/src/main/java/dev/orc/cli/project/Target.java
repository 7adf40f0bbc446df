package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.ProjectStatus;
import java.util.List;

/**
 * Whom something is for.
 *
 * @param role a role, or {@code @all}
 */
public record Target(String project, String role) {

  /** Reads {@code project:role}, {@code project:@all}, or a bare role or {@code @all}. */
  public static Target read(String word, CommandContext here, ApiClient api) {
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

  /** The same where a project alone means all of it, and nothing the only one that runs. */
  public static Target orProject(String word, CommandContext here, ApiClient api) {
    if (word != null && (word.indexOf(':') >= 0 || word.equals(Message.ALL))) {
      return read(word, here, api);
    }
    if (word == null) {
      return new Target(Projects.chosen(null, here, api), Message.ALL);
    }
    String name = Projects.chosen(word);
    List<ProjectStatus> running = Projects.running(api);
    boolean project = running.stream().anyMatch(one -> one.project().equals(name));
    List<ProjectStatus> meant =
        running.stream()
            .filter(one -> running.size() == 1 || one.project().equals(here.project()))
            .filter(one -> one.agents().stream().anyMatch(agent -> agent.role().equals(name)))
            .toList();
    return project || meant.isEmpty()
        ? new Target(name, Message.ALL)
        : new Target(meant.get(0).project(), name);
  }

  @Override
  public String toString() {
    return project + ":" + role;
  }
}
