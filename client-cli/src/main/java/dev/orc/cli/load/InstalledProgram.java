package dev.orc.cli.load;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Programs;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a real agent program: the person's own, else one of the cache. Stateless. */
final class InstalledProgram {
  private InstalledProgram() {}

  static Path of(String driver, CommandContext person) {
    return Programs.onPath(driver, person)
        .or(() -> cached(driver, person))
        .orElseThrow(
            () ->
                Failure.failed(
                    driver + " is not on the PATH and not in the cache",
                    "Install it, or: scripts/install-agents " + driver));
  }

  /** Where {@code scripts/install-agents} puts it; of several the newest version. */
  private static Optional<Path> cached(String driver, CommandContext person) {
    Path versions = person.folders().cache().resolve("agents").resolve(driver);
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .filter(folder -> Files.isExecutable(program(folder, driver)))
          .max(Comparator.comparing(folder -> Version.parse(folder.getFileName().toString())))
          .map(folder -> program(folder, driver));
    } catch (IOException e) {
      throw Failure.failed(versions + " cannot be read: " + e.getMessage(), "See: ls -l");
    }
  }

  private static Path program(Path folder, String driver) {
    return folder.resolve("bin").resolve(driver);
  }
}
