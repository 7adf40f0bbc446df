package dev.orc.base.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds programs in the folders of a PATH, the first one that is there. What PATH names relatively
 * depends on where somebody stands, so it is left out. Stateless.
 */
public final class ProgramPath {
  private ProgramPath() {}

  /**
   * @param path as the variable says it; null when it says nothing
   */
  public static Optional<Path> find(String name, String path) {
    return all(name, path).findFirst();
  }

  /** All of that name, the first one first. */
  public static Stream<Path> all(String name, String path) {
    if (path == null || name.contains("/")) {
      return Stream.empty();
    }
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program));
  }
}
