package dev.orc.activities.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes the spool file of a new life; what the life before it said is kept once. Stateless. */
final class SpoolFile {
  private SpoolFile() {}

  static void renew(Path spool) {
    try {
      Files.createDirectories(spool.getParent());
      if (Files.exists(spool)) {
        Path before = spool.resolveSibling(spool.getFileName() + ".before");
        Files.move(spool, before, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createFile(
          spool,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new UncheckedIOException("the spool file " + spool + " can not be made", e);
    }
  }
}
