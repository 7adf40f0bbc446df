package dev.orc.activities.plan.detect;

import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.TrackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a project that are worth looking at: those that git knows, else those that lie
 * there; without what others wrote or tools built, and never more than a bounded number. For one
 * thread.
 */
public final class ProjectTree {
  private static final int MOST = 20_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Set<String> FOREIGN =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          "node_modules",
          "bower_components",
          "vendor",
          "third_party",
          "target",
          "build",
          "dist",
          "out",
          "obj",
          ".gradle",
          ".mvn",
          ".idea",
          ".vscode",
          ".venv",
          "venv",
          "__pycache__",
          ".tox",
          ".mypy_cache",
          ".pytest_cache",
          ".next",
          ".nuxt",
          ".terraform",
          ".cache",
          "coverage",
          "site-packages",
          "Pods",
          "DerivedData");

  private final Path root;
  private final List<String> paths;
  private final Map<String, String> read = new HashMap<>();

  private ProjectTree(Path root, Stream<String> paths) {
    this.root = root;
    this.paths = paths.filter(ProjectTree::own).sorted().toList();
  }

  /** Lists what is there; what can not be read is left out. */
  public static ProjectTree of(Path root) {
    return of(root, GitProgram.plain(), MOST);
  }

  /**
   * @param most so many files are looked at, and no more
   */
  static ProjectTree of(Path root, GitProgram git, int most) {
    List<String> tracked = new TrackedFiles(git).in(root, most);
    List<String> paths = tracked.isEmpty() ? walked(root, most) : tracked;
    return new ProjectTree(root, paths.stream());
  }

  /** No files at all, as those of a project that is yet to be made. */
  public static ProjectTree none() {
    return new ProjectTree(Path.of("/"), Stream.empty());
  }

  /** Below the root, with slashes, in order. */
  public List<String> paths() {
    return paths;
  }

  /** The beginning of a file's text; empty when it is none, or a link that leads elsewhere. */
  String text(String path) {
    return read.computeIfAbsent(path, this::readText);
  }

  private String readText(String path) {
    Path file = root.resolve(path);
    try {
      if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(root.toRealPath())) {
        return "";
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      }
    } catch (IOException unreadable) {
      return ""; // a file that nobody can read tells nothing
    }
  }

  private static boolean own(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0
        || Stream.of(path.substring(0, slash).split("/", -1)).noneMatch(FOREIGN::contains);
  }

  private static List<String> walked(Path root, int most) {
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Walk(root, most, found));
    } catch (IOException unreadable) {
      return found; // what was found until then is what there is to go by
    }
    return found;
  }

  /** Follows no links and goes around folders that hold nothing of the project's own. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int most;
    private final List<String> found;

    Walk(Path root, int most, List<String> found) {
      this.root = root;
      this.most = most;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean foreign =
          !folder.equals(root) && FOREIGN.contains(String.valueOf(folder.getFileName()));
      return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found.add(root.relativize(file).toString().replace('\\', '/'));
      return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
