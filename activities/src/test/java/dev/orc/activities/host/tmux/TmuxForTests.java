package dev.orc.activities.host.tmux;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * A real tmux server for one test, on a socket that nobody else has; it is gone after {@link
 * #close}.
 */
public final class TmuxForTests implements AutoCloseable {
  private final TmuxSettings settings;
  private final Tmux tmux;

  public TmuxForTests() {
    this("tmux");
  }

  /** With another program in the place of tmux. */
  TmuxForTests(String program) {
    settings =
        new TmuxSettings(program, "orc-test-" + UUID.randomUUID().toString().substring(0, 8));
    tmux = TmuxServer.open(settings);
  }

  public Tmux tmux() {
    return tmux;
  }

  public TmuxSettings settings() {
    return settings;
  }

  /** A window in the temporary folder, not marked as anybody's. */
  public static NewWindow window(String name, String... command) {
    return new NewWindow(name, folder(), List.of(command), Map.of(), Map.of());
  }

  /** A window marked as an agent's. */
  public static NewWindow agent(String project, String role, int incarnation, String... command) {
    Map<String, String> marks =
        Map.of(
            "@orc_project",
            project,
            "@orc_role",
            role,
            "@orc_incarnation",
            String.valueOf(incarnation));
    return new NewWindow(role, folder(), List.of(command), Map.of(), marks);
  }

  /** Opens a session with one window that runs the command. */
  public Pane session(String name, String... command) {
    return tmux.newSession(name, window("first", command));
  }

  /** Waits until it is so; fails after ten seconds. */
  public static void await(String what, BooleanSupplier condition) {
    await(what, Duration.ofSeconds(10), condition);
  }

  /** Waits until it is so; fails when the time is over. */
  public static void await(String what, Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to: " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for: " + what, e);
      }
    }
  }

  /** Whether this machine's locale lets a process or a file name hold the text. */
  static boolean encodable(String text) {
    String charset = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.forName(charset).newEncoder().canEncode(text);
  }

  /** Ends the server and takes its socket away. */
  @Override
  public void close() throws IOException {
    tmux.killServer();
    tmux.close();
    Files.deleteIfExists(socket());
  }

  private Path socket() throws IOException {
    String base = System.getenv().getOrDefault("TMUX_TMPDIR", "/tmp");
    Object user = Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
    return Path.of(base, "tmux-" + user, settings.socket());
  }

  private static String folder() {
    return System.getProperty("java.io.tmpdir");
  }
}
