package dev.orc.cli.api;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The token of the agent whose window this is. Stateless. */
public final class LifeFile {
  private LifeFile() {}

  /** Its token; empty for a person. */
  public static Optional<String> token(CommandContext here) {
    String file = here.variable("ORC_LIFE_FILE");
    if (file == null || here.role() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException e) {
      throw new Failure(
          Failure.REFUSED,
          "the token of this agent's life is gone: " + file,
          "A person restarts it: orc rebrief, or unset ORC_LIFE_FILE and ORC_ROLE to speak as one");
    }
  }
}
