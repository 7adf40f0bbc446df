package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks the worker for a new orchestration. Everything but the spec may be null.
 *
 * @param spec absolute path of the Markdown document
 * @param project absolute path of the repository; found from the spec's git root otherwise
 * @param name the slug; made from the repository's folder otherwise
 * @param driver the agent program for every role
 * @param roles the roles instead of the default team's
 * @param programs role to driver and arguments, for those that differ; each as {@code role=driver}
 * @param settings changes to {@link ProjectSettings}, each as {@code key=value}
 */
public record StartRequest(
    String id,
    String by,
    String spec,
    String project,
    String name,
    String driver,
    List<String> roles,
    List<String> programs,
    List<String> settings) {
  public StartRequest {
    roles = roles == null ? List.of() : List.copyOf(roles);
    programs = programs == null ? List.of() : List.copyOf(programs);
    settings = settings == null ? List.of() : List.copyOf(settings);
  }
}
