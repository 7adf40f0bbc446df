package dev.orc.workflows.model;

import java.util.List;

/**
 * One spec that was found.
 *
 * @param spec absolute path of the document or Spec Kit directory
 * @param kind markdown or spec-kit
 * @param title as the document says it; null when it could not be read
 * @param project absolute path of its project; null to find it from the spec's git root
 * @param newProject whether a new repository is made for it
 * @param name what others depend on it by: the document's file name without its ending
 * @param priority higher ones are started first
 * @param dependsOn the specs of the batch that must have completed before it, by their names
 * @param place where it was named, as {@code map.json:12}
 * @param skipped why it is not started: disabled, or filtered out; null when it is
 * @param makes the directory of the repository that would be made for it, as far as that is known
 *     before the start; null otherwise
 */
public record SpecEntry(
    String spec,
    String kind,
    String title,
    String project,
    boolean newProject,
    String name,
    int priority,
    List<String> dependsOn,
    List<String> tags,
    String place,
    String skipped,
    String makes) {
  public SpecEntry {
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    tags = tags == null ? List.of() : List.copyOf(tags);
  }

  /** One for a repository that is there, or whose place is found at the start. */
  public SpecEntry(
      String spec,
      String kind,
      String title,
      String project,
      boolean newProject,
      String name,
      int priority,
      List<String> dependsOn,
      List<String> tags,
      String place,
      String skipped) {
    this(
        spec,
        kind,
        title,
        project,
        newProject,
        name,
        priority,
        dependsOn,
        tags,
        place,
        skipped,
        null);
  }

  /** The same with the repository that would be made for it. */
  public SpecEntry making(String directory) {
    return new SpecEntry(
        spec, kind, title, project, true, name, priority, dependsOn, tags, place, skipped,
        directory);
  }
}
