package dev.orc.activities.detect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a project, as far as they lie inside it: a link that leads out of it is not there. A
 * file that can not be read says nothing. Immutable.
 */
final class ProjectFiles {
  private static final long LONGEST = 1 << 20;
  private static final int MOST = 2_000;
  private static final Set<String> NOT_OURS =
      Set.of("node_modules", "vendor", "venv", "env", "target", "build", "dist", "__pycache__");

  private final Path root;

  ProjectFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The file's text; empty when there is no such file, or it is too long to be what it is for. */
  Optional<String> text(String name) {
    return inside(name).flatMap(ProjectFiles::read);
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
   * Files with this ending, nearest to the root first, relative to it with slashes; what tools have
   * put there, hidden folders and whatever is beyond the first 2,000 files are left out.
   *
   * @param depth 1 for those of the folder itself
   */
  List<String> withEnding(String folder, String ending, int depth) {
    Path from = root.resolve(folder).normalize();
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    return walk(from, depth).stream()
        .filter(path -> path.endsWith(ending))
        .filter(this::has)
        .sorted(
            Comparator.comparingLong((String path) -> path.chars().filter(c -> c == '/').count())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The names of the folders right below this one, sorted. */
  List<String> folders(String folder) {
    Path from = root.resolve(folder).normalize();
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(from)) {
      return all.filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private List<String> walk(Path from, int depth) {
    FileList found = new FileList(root, NOT_OURS, MOST);
    try {
      Files.walkFileTree(from, Set.of(), depth, found);
    } catch (IOException unreadable) {
      return found.paths(); // what was seen until then is there
    }
    return found.paths();
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

  private static Optional<String> read(Path file) {
    try {
      return Files.size(file) > LONGEST
          ? Optional.empty()
          : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
