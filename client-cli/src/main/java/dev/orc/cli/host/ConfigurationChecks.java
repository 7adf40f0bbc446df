package dev.orc.cli.host;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.ProgramStarts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the doctor finds in the configuration, worker or not. Stateless. */
final class ConfigurationChecks {
  private static final String NAME = "config";

  private ConfigurationChecks() {}

  static List<Check> all(CommandContext here) {
    Path file = ConfigurationAge.file(here);
    if (!Files.exists(file)) {
      return List.of(Check.ok(NAME, "defaults"));
    }
    try {
      List<Check> faults = faults(here);
      if (!faults.isEmpty()) {
        return faults;
      }
      return List.of(
          ConfigurationAge.newerThanTheWorker(here)
              ? Check.warn(NAME, file + " is newer than the worker", ConfigurationAge.REMEDY)
              : Check.ok(NAME, file.toString()));
    } catch (IOException e) {
      return List.of(Check.fail(NAME, "cannot read " + file + ": " + e.getMessage(), "See: ls -l"));
    }
  }

  /** Only the host's own classes can read a configuration; the launcher starts them. */
  private static List<Check> faults(CommandContext here) throws IOException {
    String launcher = here.variable("ORC_LAUNCHER");
    if (launcher == null) {
      return List.of();
    }
    Process reader =
        ProgramStarts.of(here, List.of("sh", launcher, NAME, "check"))
            .redirectErrorStream(true)
            .start();
    reader.getOutputStream().close();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (reader.waitFor() == 0) {
        return List.of();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    List<Check> checks = new ArrayList<>();
    said.lines()
        .map(line -> line.startsWith("orc: ") ? line.substring("orc: ".length()) : line)
        .forEach(line -> checks.add(Check.fail(NAME, line, null)));
    return checks;
  }
}
