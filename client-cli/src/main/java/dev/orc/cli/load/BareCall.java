package dev.orc.cli.load;

import dev.orc.cli.command.Failure;
import dev.orc.cli.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One text to a program by its own protocol, with nothing around it: no look, no receipt, no
 * repeat. For one thread.
 */
interface BareCall extends AutoCloseable {
  /** Hands the text over. */
  void say(String text) throws IOException, InterruptedException;

  @Override
  default void close() {}

  /**
   * For the only agent of the stage; empty where its program is spoken to by the terminal alone.
   *
   * @param home the program's own
   */
  static Optional<BareCall> of(String driver, Stage stage, Path home) throws InterruptedException {
    try {
      switch (driver) {
        case "claude" -> {
          return BareSocket.find(home);
        }
        case "codex" -> {
          Optional<Server> server = Server.find(stage);
          return server.isEmpty()
              ? Optional.empty()
              : Optional.of(BareThread.open(HttpClient.newHttpClient(), server.get()));
        }
        case "opencode" -> {
          return Server.find(stage).map(BareSession::new);
        }
        default -> {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw Failure.failed(
          driver + " can not be spoken to by hand: " + e.getMessage(), "Try again with --keep");
    }
  }

  /** A program's server, as orc has started it and noted where it is. */
  record Server(int port, String token, String conversation) {
    static Optional<Server> find(Stage stage) throws IOException {
      Optional<Path> life;
      try (Stream<Path> files = Files.walk(stage.folder().resolve("home"), 8)) {
        life =
            files
                .filter(file -> file.endsWith("port"))
                .map(Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("thread")))
                .max(Comparator.comparing(Path::toString));
      }
      return life.isEmpty() ? Optional.empty() : Optional.of(in(life.get()));
    }

    private static Server in(Path life) throws IOException {
      return new Server(
          Integer.parseInt(Files.readString(life.resolve("port")).strip()),
          Files.readString(life.resolve("token")).strip(),
          Files.readString(life.resolve("thread")).strip());
    }

    URI at(String scheme, String path) {
      return URI.create(scheme + "://127.0.0.1:" + port + path);
    }
  }
}
