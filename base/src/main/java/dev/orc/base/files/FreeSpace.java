package dev.orc.base.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How much more a disk takes, asked of the file system itself. A {@link java.nio.file.FileStore}
 * looks the folder up in the table of mounts, and fails in a chroot, whose root is in no table.
 * Stateless.
 */
public final class FreeSpace {
  private FreeSpace() {}

  /** The bytes that the disk of a folder has left for us. */
  public static long of(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return folder.toFile().getUsableSpace();
  }
}
