package dev.orc.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner can read, replaced as a whole. Thread-safe. */
public final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Writes next to the file and renames: a reader sees the old content or the new. */
  public static void write(Path file, String content) throws IOException {
    folder(file.getParent());
    Path next = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new", rights());
    try {
      Files.write(next, content.getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  public static Path folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, folderRights());
    }
    return folder;
  }

  private static FileAttribute<?>[] rights() {
    return attributes("rw-------");
  }

  private static FileAttribute<?>[] folderRights() {
    return attributes("rwx------");
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
