package dev.orc.activities.tell.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Where a secret lies; the secret itself is read anew whenever it is used, and never kept.
 *
 * @param file null when it is in the environment
 * @param variable of the worker's environment; null when it is in a file
 */
public record Secret(Path file, String variable) {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  String read() throws IOException {
    String secret = file == null ? System.getenv(variable) : content();
    if (secret == null || secret.isBlank()) {
      throw new IOException(
          file == null ? variable + " is not in the worker's environment" : file + " is empty");
    }
    return secret.strip();
  }

  private String content() throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + " can not be read");
    }
    if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      throw new IOException(file + " can be read by others: chmod 600 " + file);
    }
    return Files.readString(file);
  }
}
