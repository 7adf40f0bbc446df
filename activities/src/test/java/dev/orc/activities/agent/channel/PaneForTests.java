package dev.orc.activities.agent.channel;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxForTests;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Lives of a real program in real panes, with a home of its own that is not below the temporary
 * folder: some programs trust nothing there.
 */
public final class PaneForTests implements AutoCloseable {
  private final TmuxForTests tmux = new TmuxForTests();
  private final Path root;
  private final Map<String, String> environment;
  private Pane pane;
  private int lives;

  /**
   * @param environment besides HOME
   */
  public PaneForTests(Map<String, String> environment) throws IOException {
    this.environment = environment;
    root =
        Path.of("target", "agents", UUID.randomUUID().toString().substring(0, 8)).toAbsolutePath();
    Files.createDirectories(home());
    Files.createDirectories(worktree());
    // Programs keep an eye on the repository that they are in: it must not be the project's own.
    Files.createDirectories(worktree().resolve(".git/objects"));
    Files.createDirectories(worktree().resolve(".git/refs/heads"));
    Files.writeString(worktree().resolve(".git/HEAD"), "ref: refs/heads/main\n");
  }

  public Path home() {
    return root.resolve("home");
  }

  public Path worktree() {
    return root.resolve("work");
  }

  /** The next life, its folder made. */
  public ChannelLife life(Wiring wiring, String conversation) throws IOException {
    lives++;
    Path folder = root.resolve("life-" + lives);
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new ChannelLife("p", "developer", lives, worktree(), folder, wiring, conversation);
  }

  public void start(PaneStart start) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("HOME", home().toString());
    variables.put("TERM", "xterm-256color");
    variables.putAll(start.environment());
    NewWindow window =
        new NewWindow("agent", worktree().toString(), start.command(), variables, Map.of());
    Optional<String> session = tmux.tmux().session("p");
    pane =
        session.isPresent()
            ? tmux.tmux().newWindow(session.get(), window)
            : tmux.tmux().newSession("p", window);
  }

  public String screen() {
    return tmux.tmux().screen(pane.id());
  }

  public void keys(String... keys) {
    tmux.tmux().keys(pane.id(), List.of(keys));
  }

  /** The process that is the pane's own. */
  public ProcessHandle top() {
    return ProcessHandle.of(pane.pid()).orElseThrow();
  }

  /** The process below the pane whose command line has the word. */
  public Optional<ProcessHandle> process(String word) {
    return top()
        .descendants()
        .filter(one -> one.info().arguments().map(List::of).orElse(List.of()).contains(word))
        .filter(one -> !one.info().command().orElse("").endsWith("sh"))
        .findFirst();
  }

  public boolean ended() {
    return tmux.tmux().pane(pane.id()).map(Pane::dead).orElse(true);
  }

  /** The whole terminal goes at once, without a word to anybody. */
  public void crash() {
    tmux.tmux().killServer();
  }

  public void end() {
    tmux.tmux().killWindow(pane.window());
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> left =
        pane == null
            ? List.of()
            : ProcessHandle.of(pane.pid()).map(one -> one.descendants().toList()).orElse(List.of());
    tmux.close();
    left.forEach(ProcessHandle::destroyForcibly);
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException error)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
