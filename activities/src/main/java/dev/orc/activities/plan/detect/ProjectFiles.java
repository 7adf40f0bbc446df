package dev.orc.activities.plan.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the root of a project tells of how it is run. A link that leads out of the project is not
 * there, and of a project that is yet to be made nothing is. For one thread.
 */
final class ProjectFiles {
  private static final int MOST = 500;

  private final Path root;
  private final ProjectTree tree;

  ProjectFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.tree = Files.isDirectory(root) ? ProjectTree.of(this.root) : ProjectTree.none();
  }

  /** The beginning of the file's text; empty when there is no such file, or nothing in it. */
  Optional<String> text(String name) {
    return Optional.of(tree.text(name)).filter(text -> !text.isEmpty());
  }

  boolean has(String name) {
    return inside(name).isPresent();
  }

  boolean executable(String name) {
    return inside(name).filter(Files::isExecutable).isPresent();
  }

  /** The first of the names that is there. */
  Optional<String> first(List<String> names) {
    return names.stream().filter(this::has).findFirst();
  }

  /**
   * Files with this ending, nearest to the root first, 500 at most.
   *
   * @param folder with a slash behind it; empty for the root
   * @param depth 1 for those of the folder itself
   */
  List<String> withEnding(String folder, String ending, int depth) {
    return tree.paths().stream()
        .filter(path -> path.startsWith(folder) && path.endsWith(ending))
        .filter(path -> slashes(path.substring(folder.length())) < depth)
        .sorted(Comparator.comparingLong(ProjectFiles::slashes).thenComparing(path -> path))
        .limit(MOST)
        .toList();
  }

  private static long slashes(String path) {
    return path.chars().filter(letter -> letter == '/').count();
  }

  private Optional<Path> inside(String name) {
    try {
      Path real = root.resolve(name).toRealPath();
      return real.startsWith(root.toRealPath()) && Files.isRegularFile(real)
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
