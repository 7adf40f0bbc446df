package dev.orc.activities.spec;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The files that an absolute pattern with {@code *}, {@code **}, ? or brackets names. Immutable.
 */
final class Glob {
  private static final int MOST_FILES = 200_000;

  private final Path root;
  private final PathMatcher matcher;
  private final int depth;

  /**
   * @throws PatternSyntaxException when it is none
   */
  Glob(String pattern) {
    int special = first(pattern);
    int slash = pattern.lastIndexOf('/', special);
    this.root = Path.of(pattern.substring(0, Math.max(1, slash)));
    // Between two slashes ** stands for no folder too, as in a shell.
    this.matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("/**/", "/{,**/}"));
    this.depth =
        pattern.contains("**")
            ? Integer.MAX_VALUE
            : (int) pattern.substring(slash).chars().filter(letter -> letter == '/').count();
  }

  /** Whether there is anything in the text that a plain path does not have. */
  static boolean isOne(String text) {
    return first(text) >= 0;
  }

  /**
   * The matching files and folders, by name; none below hidden folders and links.
   *
   * @throws IOException when there are too many files to look through
   */
  List<Path> matches() throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(root)) {
      Walk walk = new Walk(found);
      Files.walkFileTree(root, Collections.emptySet(), depth, walk);
    }
    Collections.sort(found);
    return found;
  }

  private static int first(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[{".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> found;
    private int seen;

    private Walk(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      if (folder.getFileName().toString().startsWith(".")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (matcher.matches(folder)) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (++seen > MOST_FILES) {
        throw new IOException("there are more than " + MOST_FILES + " files below " + root);
      }
      if (matcher.matches(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE; // a folder that may not be read holds nothing for us
    }
  }
}
