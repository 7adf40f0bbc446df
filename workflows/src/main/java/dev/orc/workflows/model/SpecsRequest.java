package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks what specs there are and whether they can be started.
 *
 * @param paths absolute: documents, spec maps, Spec Kit directories, directories, globs
 * @param filterTags keep the entries with any of these; all when empty
 * @param project absolute path of the repository for specs that name none; may be null
 * @param newProject what to make for each of them, to see what that would be; null for nothing
 */
public record SpecsRequest(
    List<String> paths, List<String> filterTags, String project, NewProject newProject) {
  public SpecsRequest {
    paths = paths == null ? List.of() : List.copyOf(paths);
    filterTags = filterTags == null ? List.of() : List.copyOf(filterTags);
  }

  /** For repositories that are there. */
  public SpecsRequest(List<String> paths, List<String> filterTags, String project) {
    this(paths, filterTags, project, null);
  }
}
