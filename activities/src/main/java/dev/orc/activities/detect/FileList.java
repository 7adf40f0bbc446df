package dev.orc.activities.detect;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists files on a walk, up to a number of them; links are not followed. Not thread-safe. */
public final class FileList extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Set<String> leftOut;
  private final int most;
  private final List<String> paths = new ArrayList<>();

  /**
   * @param root what the paths are relative to
   * @param leftOut names of folders that are not entered, as hidden ones are not
   */
  public FileList(Path root, Set<String> leftOut, int most) {
    this.root = root;
    this.leftOut = leftOut;
    this.most = most;
  }

  /** The files seen so far, relative to the root, with slashes. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    Path name = folder.getFileName();
    boolean ours =
        folder.equals(root) || name == null || !hidden(name) && !leftOut.contains(name.toString());
    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      paths.add(root.relativize(file).toString());
    }
    return paths.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
    return FileVisitResult.CONTINUE;
  }

  private static boolean hidden(Path name) {
    return name.toString().startsWith(".");
  }
}
