package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the worker knows the configuration as it is now: it reads it once, when it starts, and
 * that is when it writes the file with its address. Stateless.
 */
final class ConfigurationAge {
  static final String REMEDY = "Take it up: orc down, orc up";

  private ConfigurationAge() {}

  static Path file(CommandContext here) {
    return here.folders().config().resolve("config.yaml");
  }

  /** Whether it was changed since this host's worker started. */
  static boolean newerThanTheWorker(CommandContext here) throws IOException {
    Path worker = here.folders().apiFile();
    Path file = file(here);
    return Files.exists(file)
        && Files.exists(worker)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(worker)) > 0;
  }

  /** Tells a person whose command rests on the configuration; a wrong driver costs money. */
  static void warn(CommandContext here) {
    try {
      if (here.variable("ORC_ADDRESS") == null && newerThanTheWorker(here)) {
        here.err().println("orc: " + file(here) + " is newer than the worker. " + REMEDY);
        here.err().flush();
      }
    } catch (IOException e) {
      here.err().println("orc: " + file(here) + " cannot be looked at: " + e.getMessage());
    }
  }
}
