package dev.orc.activities.plan.spec;

import dev.orc.activities.git.WorktreePlaces;
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
final class FileGlob {
  private static final int MOST_FILES = 200_000;

  private final Path root;
  private final PathMatcher matcher;
  private final int depth;

  /**
   * @throws PatternSyntaxException when it is none
   */
  FileGlob(String pattern) {
    int end = 0;
    for (int slash = end; slash >= 0; slash = pattern.indexOf('/', slash + 1)) {
      // What is there under that very name is no pattern, whatever letters it has.
      boolean there = Files.isDirectory(Path.of(pattern.substring(0, Math.max(1, slash))));
      end = there && slash > 0 ? slash : end;
    }
    String rest = pattern.substring(end);
    this.root = Path.of(pattern.substring(0, Math.max(1, end)));
    // Between two slashes ** stands for no folder too, as in a shell.
    this.matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + rest.replace("/**/", "/{,**/}"));
    this.depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : (int) rest.chars().filter(letter -> letter == '/').count();
  }

  /** Whether there is anything in the text that a plain path does not have. */
  static boolean isOne(String text) {
    return text.chars().anyMatch(letter -> "*?[{".indexOf(letter) >= 0);
  }

  /**
   * The matching files and folders, by name; none below hidden folders, links and the folders of
   * agents' worktrees, which are copies.
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

  private boolean fits(Path file) {
    return matcher.matches(Path.of("/" + root.relativize(file)));
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> found;
    private int seen;

    private Walk(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      count();
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      if (folder.getFileName().toString().startsWith(".") || WorktreePlaces.hold(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (fits(folder)) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      count();
      if (fits(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE; // a folder that may not be read holds nothing for us
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException unreadable) {
      return FileVisitResult.CONTINUE; // the rest of a folder that vanishes meanwhile neither
    }

    private void count() throws IOException {
      if (++seen > MOST_FILES) {
        throw new IOException("there are more than " + MOST_FILES + " files below " + root);
      }
    }
  }
}
