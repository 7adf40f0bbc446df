package dev.orc.activities.agent.channel;

import dev.orc.base.files.PrivateFiles;
import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * What a later worker needs to take up a program's server: its port, its token and its
 * conversation, each a file of the life's folder for its owner alone. Thread-safe: stateless.
 */
public final class ServerFolder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final int LINES = 3;
  private static final int LINE = 120;

  private final Path folder;

  public ServerFolder(Path folder) {
    this.folder = folder;
  }

  /** Tries to speak to a server that may not be up yet. */
  @FunctionalInterface
  public interface Attempt<T, E extends Exception> {
    T make() throws IOException, InterruptedException, E;
  }

  /** Chooses a port that is free and a new token, and writes both down; answers the port. */
  public int choose() throws ChannelFailure {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PrivateFiles.replace(tokenFile(), HexFormat.of().formatHex(secret));
      PrivateFiles.replace(folder.resolve("port"), Integer.toString(probe.getLocalPort()));
      Files.deleteIfExists(folder.resolve("thread"));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new ChannelFailure("the folder " + folder + " can not be used: " + e.getMessage(), e);
    }
  }

  public Path tokenFile() {
    return folder.resolve("token");
  }

  public String token() throws ChannelFailure {
    return read("token");
  }

  public int port() throws ChannelFailure {
    return Integer.parseInt(read("port"));
  }

  /** The conversation that this life has; null when it has none yet. */
  public String conversation() throws ChannelFailure {
    return Files.exists(folder.resolve("thread")) ? read("thread") : null;
  }

  public void keepConversation(String id) throws IOException {
    PrivateFiles.replace(folder.resolve("thread"), id);
  }

  /**
   * Repeats the attempt until it succeeds or the server has ended.
   *
   * @throws ChannelFailure when it did not come up within that time, with its last lines
   */
  public <T, E extends Exception> T reach(Duration within, Attempt<T, E> attempt)
      throws ChannelFailure, InterruptedException, E {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      try {
        return attempt.make();
      } catch (IOException e) {
        if (over()) {
          throw new ChannelFailure("the program's server has ended: " + lastLines(), e);
        }
        if (System.nanoTime() >= end) {
          throw new ChannelFailure(
              "the program's server does not answer: " + e.getMessage() + "; " + lastLines(), e);
        }
      }
      // Nothing tells when a server begins to listen.
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Whether the server has ended, and its pane with it. */
  public boolean over() {
    return ServerPane.over(folder);
  }

  private String read(String name) throws ChannelFailure {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw new ChannelFailure("the life's folder lacks " + name + ": " + e.getMessage(), e);
    }
  }

  /** What a person can begin with: the last lines, for the last one alone often says little. */
  private String lastLines() {
    try {
      List<String> lines =
          Files.readAllLines(folder.resolve("server.log")).stream()
              .map(line -> CleanText.oneLine(line, LINE))
              .filter(line -> !line.isEmpty())
              .toList();
      return lines.isEmpty()
          ? "it said nothing"
          : String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "it said nothing";
    }
  }
}
