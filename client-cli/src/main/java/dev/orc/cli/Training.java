package dev.orc.cli;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.LocalClock;
import dev.orc.cli.command.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the most frequent commands once against a worker of its own making, so that the launcher can
 * keep an archive of the classes they load.
 */
public final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("send", "training:developer", "--priority", "10", "Hello."),
          List.of("send", "developer", "-"),
          List.of("report", "progress", "Well."),
          List.of("status"),
          List.of("status", "training"),
          List.of("start", "--help"),
          List.of("status", "--json"));

  private Training() {}

  public static void main(String[] arguments) throws IOException {
    Main.surroundings().out().flush();
    Path home = Files.createTempDirectory("orc-training");
    Path state = Files.createDirectory(home.resolve("state"));
    Path api = state.resolve("api.json");
    try (TrainingWorker worker = new TrainingWorker()) {
      Files.write(api, ApiJson.write(worker.address()));
      for (List<String> command : COMMANDS) {
        new Orc(surroundings(home)).run(command.toArray(String[]::new));
      }
    } finally {
      Files.deleteIfExists(api);
      Files.deleteIfExists(state);
      Files.deleteIfExists(home);
    }
  }

  private static CommandContext surroundings(Path home) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new CommandContext(
        Map.of("ORC_HOME", home.toString(), "ORC_PROJECT", "training", "ORC_ROLE", "developer"),
        Path.of("").toAbsolutePath(),
        new ByteArrayInputStream("Hello.".getBytes(StandardCharsets.UTF_8)),
        nowhere,
        nowhere,
        Terminal.of(Map.of("COLUMNS", "100")),
        new LocalClock());
  }
}
