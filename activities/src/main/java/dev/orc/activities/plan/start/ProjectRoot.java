package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RepositoryCheck;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of a project that is only looked at. Stateless. */
final class ProjectRoot {
  private ProjectRoot() {}

  /** The root of the repository that the path lies in; any other folder can be looked at too. */
  static Path of(String project, RepositoryCheck repositories) {
    Path directory = Paths.absolute(project, "the project");
    if (!Files.isDirectory(directory)) {
      throw new Refusal(
          Kind.NOT_FOUND, directory + " is no directory", "name one with --project DIR");
    }
    try {
      return repositories.root(directory);
    } catch (Refusal notInARepository) {
      return directory;
    }
  }
}
