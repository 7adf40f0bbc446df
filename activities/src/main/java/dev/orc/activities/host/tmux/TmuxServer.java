package dev.orc.activities.host.tmux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A tmux server, spoken to over one control-mode connection, or with a process for each command
 * while there is none. Starts the server when the first session is made. Thread-safe.
 */
public final class TmuxServer implements Tmux {
  private final TmuxVersion version;
  private final CommandPath path;
  private final ChangeListeners changes;
  private final LostDeaths lostDeaths = new LostDeaths();
  private final AtomicLong buffers = new AtomicLong();

  private TmuxServer(TmuxVersion version, CommandPath path, ChangeListeners changes) {
    this.version = version;
    this.path = path;
    this.changes = changes;
  }

  /** Connects to the server if one runs; a {@link TmuxException} when there is no usable tmux. */
  public static Tmux open(TmuxSettings settings) {
    TmuxProcess processes = new TmuxProcess(settings);
    TmuxVersion version = TmuxVersion.parse(processes.versionText()).requireUsable();
    ChangeListeners changes = new ChangeListeners();
    CommandPath path = new CommandPath(processes, new ControlClient(processes, changes));
    path.open();
    return new TmuxServer(version, path, changes);
  }

  @Override
  public String version() {
    return version.text();
  }

  @Override
  public boolean controlled() {
    return path.controlled();
  }

  @Override
  public List<Pane> panes() {
    CommandGroup list =
        CommandGroup.of(TmuxCommand.of("list-panes", "-a", "-F", PaneFormat.FORMAT));
    return read(list).stream().filter(pane -> !pane.sessionName().equals(Hub.SESSION)).toList();
  }

  @Override
  public Optional<Pane> pane(String paneId) {
    CommandGroup list =
        CommandGroup.of(TmuxCommand.of("list-panes", "-t", paneId, "-F", PaneFormat.FORMAT));
    return read(list).stream().filter(pane -> pane.id().equals(paneId)).findFirst();
  }

  @Override
  public Optional<String> session(String name) {
    Reply reply =
        path.run(
            CommandGroup.of(
                TmuxCommand.of("list-sessions", "-F", "#{session_id} #{session_name}")));
    if (reply.nothingThere()) {
      return Optional.empty();
    }
    return reply.orThrow("list its sessions").stream()
        .filter(line -> line.substring(line.indexOf(' ') + 1).equals(name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst();
  }

  @Override
  public Pane newSession(String name, NewWindow firstWindow) {
    path.startServer();
    return only(path.run(Opening.session(name, firstWindow)), "open the session " + name);
  }

  @Override
  public Pane newWindow(String sessionId, NewWindow window) {
    return only(path.run(Opening.window(sessionId, window)), "open the window " + window.name());
  }

  @Override
  public void mark(String windowId, Map<String, String> options) {
    if (!options.isEmpty()) {
      List<TmuxCommand> marks = Opening.marks(windowId, options);
      path.run(new CommandGroup(marks, true)).orThrow("mark the window " + windowId);
    }
  }

  @Override
  public void paste(String paneId, String text) {
    if (!text.isEmpty()) {
      String buffer = "orc-" + ProcessHandle.current().pid() + "-" + buffers.incrementAndGet();
      new Paste(path, paneId, buffer).paste(text);
    }
  }

  @Override
  public void keys(String paneId, List<String> keys) {
    if (!keys.isEmpty()) {
      TmuxCommand leaveMode = TmuxCommand.of("copy-mode", "-q", "-t", paneId);
      TmuxCommand send = TmuxCommand.of("send-keys", "-t", paneId, "--").with(keys);
      LivePane.requireArrived(
          path.run(CommandGroup.once(LivePane.onlyAlive(paneId, leaveMode, send))),
          "send keys to the pane " + paneId);
    }
  }

  @Override
  public String screen(String paneId) {
    return capture(path.run(CommandGroup.of(captureOf(paneId))), paneId);
  }

  @Override
  public String transcript(String paneId) {
    TmuxCommand all = captureOf(paneId).with(List.of("-S", "-"));
    return capture(path.runAside(CommandGroup.of(all)), paneId);
  }

  @Override
  public void killWindow(String windowId) {
    kill(TmuxCommand.of("kill-window", "-t", windowId), "close the window " + windowId);
  }

  @Override
  public void killSession(String sessionId) {
    kill(TmuxCommand.of("kill-session", "-t", sessionId), "close the session " + sessionId);
  }

  @Override
  public void killServer() {
    path.killServer();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return changes.add(listener);
  }

  @Override
  public void close() {
    path.close();
    changes.close();
  }

  private List<Pane> read(CommandGroup list) {
    List<Pane> panes = panesOf(path.run(list));
    if (!lostDeaths.worthTrying(panes, System.nanoTime())) {
      return panes;
    }
    List<TmuxCommand> again = new ArrayList<>();
    again.add(TmuxCommand.of("run-shell", "true"));
    again.addAll(list.commands());
    return panesOf(path.run(new CommandGroup(again, true)));
  }

  private static List<Pane> panesOf(Reply reply) {
    return reply.nothingThere() ? List.of() : PaneFormat.read(reply.orThrow("list its panes"));
  }

  private static Pane only(Reply reply, String doing) {
    List<Pane> panes = PaneFormat.read(reply.orThrow(doing));
    if (panes.isEmpty()) {
      throw new TmuxException("tmux could not " + doing + ": it does not show it");
    }
    return panes.get(0);
  }

  private static TmuxCommand captureOf(String paneId) {
    return TmuxCommand.of("capture-pane", "-p", "-J", "-t", paneId);
  }

  private static String capture(Reply reply, String paneId) {
    return Captured.text(reply.orThrow("read the pane " + paneId));
  }

  /** What is not there needs no closing. */
  private void kill(TmuxCommand command, String doing) {
    Reply reply = path.run(CommandGroup.of(command));
    if (!reply.nothingThere()) {
      reply.orThrow(doing);
    }
  }
}
