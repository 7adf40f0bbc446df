package dev.orc.cli.team;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that a team is exported to; never over another file unless that was asked for.
 * Immutable.
 */
record TeamExport(Path file, boolean force) {

  /** Refuses what is there already, before anything is planned. */
  static TeamExport to(String named, boolean force, CommandContext here) {
    Path file = here.directory().resolve(named).normalize();
    if (!force && Files.exists(file)) {
      throw there(file);
    }
    if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
      throw Failure.usage(file + " can not be a file", "Name a file in a folder that is there");
    }
    return new TeamExport(file, force);
  }

  void write(String yaml) {
    OpenOption[] options = {
      StandardOpenOption.WRITE,
      force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
      StandardOpenOption.TRUNCATE_EXISTING
    };
    try {
      Files.writeString(file, yaml, StandardCharsets.UTF_8, options);
    } catch (FileAlreadyExistsException e) {
      throw there(file);
    } catch (IOException e) {
      throw Failure.failed(
          file + " can not be written: " + e.getMessage(), "Name a file in a folder of yours");
    }
  }

  private static Failure there(Path file) {
    return new Failure(
        Failure.REFUSED, file + " is there already", "Name another file, or add --force");
  }
}
