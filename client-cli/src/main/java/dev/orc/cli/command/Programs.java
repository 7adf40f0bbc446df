package dev.orc.cli.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for programs on PATH. Stateless. */
public final class Programs {
  private Programs() {}

  /** The program of that name; empty when there is none, or when the name is a path already. */
  public static Optional<Path> onPath(String name, Surroundings here) {
    String path = here.environment().getOrDefault("PATH", "/usr/bin:/bin");
    if (name.contains("/")) {
      return Optional.empty();
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, name);
      if (Files.isRegularFile(program) && Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
