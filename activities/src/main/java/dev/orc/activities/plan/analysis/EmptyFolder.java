package dev.orc.activities.plan.analysis;

import dev.orc.base.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder with nothing in it, for a program that is only to think; gone afterwards. */
record EmptyFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmptyFolder.class);

  static EmptyFolder in(Path parent) throws IOException {
    PrivateFiles.createFolder(parent);
    return new EmptyFolder(Files.createTempDirectory(parent, "empty-"));
  }

  /** What can not be removed stays: a program's last breath may still be in it. */
  @Override
  public void close() {
    try {
      remove();
    } catch (IOException e) {
      LOG.warn("the folder {} can not be removed: {}", path, e.getMessage());
    }
  }

  /** Links in it are removed, not followed. */
  private void remove() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException fault)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
