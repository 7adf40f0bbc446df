package dev.orc.activities.analysis;

import dev.orc.activities.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder with nothing in it, for a program that is only to think; gone afterwards. */
record EmptyFolder(Path path) implements AutoCloseable {

  static EmptyFolder in(Path parent) throws IOException {
    PrivateFiles.createFolder(parent);
    return new EmptyFolder(Files.createTempDirectory(parent, "empty-"));
  }

  /** Links in it are removed, not followed. */
  @Override
  public void close() throws IOException {
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
