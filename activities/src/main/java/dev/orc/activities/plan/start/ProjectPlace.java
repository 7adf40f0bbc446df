package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.files.GitMark;
import dev.orc.workflows.model.NewProject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a new project lies. Stateless. */
final class ProjectPlace {
  private ProjectPlace() {}

  /**
   * The directory that was wished for; otherwise one named after the spec, beside the spec's git
   * root, or beside the spec where it lies in none.
   *
   * @param spec absolute path of the document or the Spec Kit directory
   */
  static Path of(NewProject wish, Path spec) {
    if (wish.directory() != null && !wish.directory().isBlank()) {
      return named(wish.directory());
    }
    Path beside = GitMark.above(spec).orElse(spec);
    if (beside.getParent() == null) {
      throw new Refusal(
          Kind.REFUSED,
          "there is no place beside " + beside + " for a new project",
          "move the spec into a folder");
    }
    return beside.resolveSibling(Slug.of(Path.of(stem(spec))));
  }

  private static Path named(String directory) {
    try {
      Path path = Path.of(directory).normalize();
      if (path.isAbsolute() && path.getFileName() != null) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new Refusal(
          Kind.USAGE, "the new project is no path: " + e.getReason(), "name another directory");
    }
    throw new Refusal(
        Kind.USAGE,
        "'" + directory + "' is not an absolute path of a folder",
        "name it from / on, as /home/me/shop");
  }

  /** The file's name without its ending, a Spec Kit directory's without its number. */
  private static String stem(Path spec) {
    String name = spec.getFileName() == null ? "project" : spec.getFileName().toString();
    if (Files.isDirectory(spec)) {
      return name.replaceFirst("^\\d+-", "");
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
