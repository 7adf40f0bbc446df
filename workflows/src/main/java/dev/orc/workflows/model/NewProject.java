package dev.orc.workflows.model;

/**
 * A git repository to be made for a spec, whose first commit holds the spec.
 *
 * @param directory its absolute path; beside the spec's git root and named after the spec otherwise
 * @param force replace what is there, if orc made it and it holds nothing uncommitted
 * @param template what it begins with besides the spec, as {@code node}; null for nothing
 */
public record NewProject(String directory, boolean force, String template) {
  /** One that begins with its spec alone. */
  public NewProject(String directory, boolean force) {
    this(directory, force, null);
  }

  /** The same at another place. */
  public NewProject at(String place) {
    return new NewProject(place, force, template);
  }
}
