package dev.orc.cli.project;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.ProjectStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the project that a command is about. */
public final class Projects {
  private static final String ALL = "/v1/projects";

  private Projects() {}

  /**
   * The project that was given; else the agent's own; else the only one that is running.
   *
   * @param api asked only when the project has to be looked up
   */
  public static String chosen(String given, CommandContext here, ApiClient api) {
    String named = given != null ? given : here.project();
    if (named != null) {
      return chosen(named);
    }
    List<ProjectStatus> running = running(api);
    if (running.size() == 1) {
      return running.get(0).project();
    }
    if (running.isEmpty()) {
      throw Failure.notFound("no project is running", "Start one: orc start SPEC");
    }
    throw Failure.usage(
        "more than one project is running",
        "Name one of: "
            + running.stream().map(ProjectStatus::project).collect(Collectors.joining(", ")));
  }

  /** Who asks: the agent whose window this is, else a person. */
  public static String caller(CommandContext here) {
    return here.role() == null ? Message.PERSON : here.role();
  }

  static List<ProjectStatus> running(ApiClient api) {
    return api.list(ProjectStatus.class, ALL);
  }

  static List<ProjectStatus> all(ApiClient api) {
    return api.list(ProjectStatus.class, ALL + "?closed=true");
  }

  static ProjectStatus one(ApiClient api, String project) {
    return api.get(ProjectStatus.class, ApiClient.of(project, ""));
  }

  /** A project that was named, once it is known to be a name at all. */
  public static String chosen(String name) {
    try {
      return AgentName.requireWord(name);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage(), "See the projects: orc list");
    }
  }
}
