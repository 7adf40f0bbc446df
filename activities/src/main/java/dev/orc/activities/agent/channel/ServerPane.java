package dev.orc.activities.agent.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pane that holds a program's server and its terminal program: both end when either does, and
 * they outlive the worker. The server runs at once; the terminal program waits to be told which
 * conversation to show. Thread-safe: stateless.
 */
public final class ServerPane {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private ServerPane() {}

  /**
   * The pane's command line; its script and the pipe lie in the folder afterwards. What the server
   * prints goes into {@code server.log} there.
   *
   * @param folder of the life
   * @param attach the terminal program; the conversation's id is added as its last argument
   */
  public static List<String> command(Path folder, List<String> server, List<String> attach)
      throws ChannelFailure, InterruptedException {
    try (InputStream script = ServerPane.class.getResourceAsStream("/hooks/server-pane.sh")) {
      Path file = folder.resolve("pane.sh");
      Files.write(file, script.readAllBytes());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(folder.resolve("attached"));
      Files.deleteIfExists(folder.resolve("over"));
      makePipe(folder.resolve("conversation"));
      List<String> command = new ArrayList<>(List.of("/bin/sh", file.toString()));
      command.add(folder.toString());
      command.add(Integer.toString(server.size()));
      command.addAll(server);
      command.addAll(attach);
      return command;
    } catch (IOException e) {
      throw new ChannelFailure("the folder " + folder + " can not be used: " + e.getMessage(), e);
    }
  }

  /** Lets the terminal program show that conversation. */
  public static void attach(Path folder, String conversation) throws ChannelFailure {
    if (!WORD.matcher(conversation).matches()) {
      throw new ChannelFailure("the program calls its conversation by no word: " + conversation);
    }
    // Opened for both, a pipe waits for nobody: the pane may just have gone.
    try (RandomAccessFile pipe =
        new RandomAccessFile(folder.resolve("conversation").toFile(), "rw")) {
      pipe.write((conversation + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ChannelFailure("the pane can not be told its conversation: " + e.getMessage(), e);
    }
  }

  /** Whether the terminal program was told its conversation. */
  public static boolean attached(Path folder) {
    return Files.exists(folder.resolve("attached"));
  }

  /** Whether the server has ended. */
  static boolean over(Path folder) {
    return Files.exists(folder.resolve("over"));
  }

  private static void makePipe(Path pipe) throws IOException, ChannelFailure, InterruptedException {
    Files.deleteIfExists(pipe);
    Process made = new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).inheritIO().start();
    if (made.waitFor() != 0) {
      throw new ChannelFailure("mkfifo can not make " + pipe);
    }
  }
}
