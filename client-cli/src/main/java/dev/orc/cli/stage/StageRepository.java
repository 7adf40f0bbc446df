package dev.orc.cli.stage;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes repositories with the real git. Stateless. */
final class StageRepository {
  private static final List<List<String>> FIRST_COMMIT =
      List.of(
          List.of("git", "init", "-q", "-b", "main"),
          List.of("git", "config", "user.name", "orc"),
          List.of("git", "config", "user.email", "orc@localhost"),
          List.of("git", "add", "-A"),
          List.of("git", "commit", "-q", "-m", "Start"));

  private StageRepository() {}

  static Path make(CommandContext here, Path directory, Map<String, String> files) {
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw Failure.failed(
          "the throwaway project cannot be written: " + e.getMessage(), "Look for disk space: df");
    }
    FIRST_COMMIT.forEach(program -> output(here, directory, program));
    return directory;
  }

  static String output(CommandContext here, Path directory, List<String> program) {
    try {
      Process process =
          ProgramStarts.of(here, program)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw Failure.failed(
            String.join(" ", program) + ": " + printed, "See that it works: orc doctor");
      }
      return printed;
    } catch (IOException e) {
      throw Failure.failed(
          program.get(0) + " cannot be started: " + e.getMessage(), "Install it: orc setup");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.INTERRUPTED, "interrupted", null);
    }
  }
}
