package dev.orc.cli.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for programs on PATH. Stateless. */
final class Programs {
  private Programs() {}

  static Optional<Path> onPath(String name) {
    String path = System.getenv("PATH");
    return onPath(name, path == null ? "/usr/bin:/bin" : path);
  }

  static Optional<Path> onPath(String name, String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, name);
      if (Files.isRegularFile(program) && Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
