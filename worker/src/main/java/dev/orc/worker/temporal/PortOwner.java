package dev.orc.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose a listening port is. Anybody may listen on a loopback port, and a server sees all that its
 * clients say: only one of our own user is trusted. Stateless.
 */
final class PortOwner {
  private static final Logger LOG = LoggerFactory.getLogger(PortOwner.class);
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int UID = 7;

  private PortOwner() {}

  /** Whether somebody listens there, and nobody but our own user does. */
  static boolean isOurs(int port) {
    try {
      List<String> owners =
          Files.isReadable(TABLES.get(0)) ? ownersByKernel(port) : ownersByLsof(port);
      String own = ownUser();
      return !owners.isEmpty() && owners.stream().allMatch(own::equals);
    } catch (IOException cannotTell) {
      LOG.warn("nobody can tell who listens at port {}: {}", port, cannotTell.getMessage());
      return false;
    }
  }

  private static List<String> ownersByKernel(int port) throws IOException {
    String ending = String.format(":%04X", port);
    List<String> owners = new ArrayList<>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table)) {
          String[] words = line.strip().split("\\s+", -1);
          if (words.length > UID
              && words[STATE].equals(LISTENING)
              && words[LOCAL_ADDRESS].endsWith(ending)) {
            owners.add(words[UID]);
          }
        }
      }
    }
    return owners;
  }

  /** Where the kernel shows no table; lsof tells of our own processes at least. */
  private static List<String> ownersByLsof(int port) throws IOException {
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fu")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    lsof.getOutputStream().close();
    String said = new String(lsof.getInputStream().readNBytes(100_000), StandardCharsets.UTF_8);
    try {
      if (!lsof.waitFor(5, TimeUnit.SECONDS)) {
        lsof.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      lsof.destroyForcibly();
    }
    return said.lines()
        .filter(line -> line.startsWith("u"))
        .map(line -> line.substring(1))
        .toList();
  }

  private static String ownUser() {
    try {
      Path mine = Files.createTempFile("orc", ".mine");
      try {
        return String.valueOf(Files.getAttribute(mine, "unix:uid"));
      } finally {
        Files.delete(mine);
      }
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot tell who we are", cannot);
    }
  }
}
