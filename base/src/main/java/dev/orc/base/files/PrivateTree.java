package dev.orc.base.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Takes from everybody but the owner what a folder holds: what other programs have put there, or an
 * earlier version, may be readable. Links are not followed. Stateless.
 */
public final class PrivateTree {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateTree() {}

  /** Closes the folder first, so that nobody gets in while the rest is closed. */
  public static void close(Path folder) throws IOException {
    PrivateFiles.createFolder(folder);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes seen)
              throws IOException {
            own(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            if (!seen.isSymbolicLink()) {
              own(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void own(Path path) throws IOException {
    try {
      Set<PosixFilePermission> now = EnumSet.noneOf(PosixFilePermission.class);
      now.addAll(Files.getPosixFilePermissions(path));
      if (now.retainAll(OWNERS)) {
        Files.setPosixFilePermissions(path, now);
      }
    } catch (NoSuchFileException gone) {
      // Files come and go; one that is gone needs no closing.
      return;
    }
  }
}
