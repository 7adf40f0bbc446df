package dev.orc.activities.host.session;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.host.life.LifeEnds;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.SideWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Opens and closes the tmux session of an orchestration: named after the project's slug, its
 * windows marked with {@code @orc_project}. Thread-safe; orchestrations have sessions of their own.
 */
public final class Sessions implements SessionActivities {
  private final HostFolders folders;
  private final Tmux tmux;
  private final LifeEnds ends;
  private final Transcripts transcripts;
  private final SideWindows sides;
  private final CompletedLog completed;
  private final Function<String, Map<String, Long>> tokens;

  /**
   * @param environment what the programs of side windows find besides the server's
   */
  public Sessions(HostFolders folders, Tmux tmux, Map<String, String> environment) {
    this(folders, tmux, environment, project -> Map.of());
  }

  /**
   * @param tokens what the agents of a project have used, by role, as far as their programs say
   */
  public Sessions(
      HostFolders folders,
      Tmux tmux,
      Map<String, String> environment,
      Function<String, Map<String, Long>> tokens) {
    this.tokens = tokens;
    this.folders = folders;
    this.tmux = tmux;
    this.ends = new LifeEnds(tmux, folders);
    this.transcripts = new Transcripts(folders, tmux);
    this.sides = new SideWindows(tmux, environment);
    this.completed = CompletedLog.of(folders);
  }

  /** One at a time: all agents of a lost session may ask for it at once. */
  @Override
  public synchronized String open(SessionOrder order) {
    String project = AgentName.requireWord(order.project());
    String session = findOrOpen(project, order);
    sides.open(session, project, order.windows());
    return session;
  }

  private String findOrOpen(String project, SessionOrder order) {
    NewWindow shell = shell(project, order.directory());
    Optional<String> session = tmux.session(project);
    if (session.isEmpty()) {
      return tmux.newSession(project, shell).session();
    }
    List<Pane> panes = panes(session.get());
    requireOurs(project, panes);
    openShellAgain(session.get(), panes, shell);
    return session.get();
  }

  @Override
  public String close(CloseOrder order) {
    String project = AgentName.requireWord(order.project());
    Map<String, Long> used = tokens.apply(project);
    List<Pane> panes = tmux.panes().stream().filter(pane -> isOf(project, pane)).toList();
    worthKeeping(panes).forEach(transcripts::archive);
    Path summary = folders.project(project).resolve("summary.md");
    try {
      write(order, summary);
    } catch (IOException e) {
      throw new UncheckedIOException("the summary " + summary + " can not be written", e);
    }
    completed.add(completed(order, used));
    if (!order.keep()) {
      end(project, panes);
    }
    return summary.toString();
  }

  private void end(String project, List<Pane> panes) {
    try {
      ends.endAll(
          project, () -> panes.stream().map(Pane::session).distinct().forEach(tmux::killSession));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the worker is closing");
    }
  }

  /** The first pane of each window but the shell: a person may have split it. */
  private static Collection<Pane> worthKeeping(List<Pane> panes) {
    Map<String, Pane> first = new LinkedHashMap<>();
    for (Pane pane : panes) {
      if (!pane.role().isEmpty()) {
        first.putIfAbsent(pane.role() + "-" + pane.incarnation(), pane);
      } else if (!pane.side().isEmpty()) {
        first.putIfAbsent(pane.side() + ".window", pane);
      }
    }
    return first.values();
  }

  private static NewWindow shell(String project, String directory) {
    return new NewWindow(
        SideWindow.SHELL, directory, List.of(), Map.of("ORC_PROJECT", project), marks(project));
  }

  private static Map<String, String> marks(String project) {
    return Map.of("@orc_project", project);
  }

  private List<Pane> panes(String session) {
    return tmux.panes().stream().filter(pane -> pane.session().equals(session)).toList();
  }

  /** A person may have opened windows of their own in our session; then some are still ours. */
  private static void requireOurs(String project, List<Pane> panes) {
    if (panes.stream().noneMatch(pane -> isOf(project, pane))) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "tmux has a session '" + project + "' that is not orc's",
          "rename it (tmux rename-session) or close it, then start again");
    }
  }

  /** The shell may have been closed, or have exited; the session must not end in between. */
  private void openShellAgain(String session, List<Pane> panes, NewWindow shell) {
    List<Pane> shells =
        panes.stream()
            .filter(p -> !p.project().isEmpty() && p.role().isEmpty() && p.side().isEmpty())
            .toList();
    if (shells.stream().allMatch(Pane::dead)) {
      tmux.newWindow(session, shell);
    }
    shells.stream().filter(Pane::dead).map(Pane::window).distinct().forEach(tmux::killWindow);
  }

  private static boolean isOf(String project, Pane pane) {
    return pane.project().equals(project);
  }

  private void write(CloseOrder order, Path summary) throws IOException {
    Outcome outcome = withSummary(order.outcome(), summary);
    PrivateFiles.replace(summary.resolveSibling("outcome.json"), HostJson.pretty(outcome));
    PrivateFiles.replace(
        summary.resolveSibling("timeline.json"), HostJson.pretty(order.timeline()));
    PrivateFiles.replace(
        summary, Summary.of(outcome, order.timeline(), transcripts.archived(order.project())));
  }

  private static Completed completed(CloseOrder order, Map<String, Long> tokens) {
    Outcome outcome = order.outcome();
    return new Completed(
        order.project(),
        order.title(),
        order.directory(),
        order.runId(),
        outcome.phase(),
        outcome.failure(),
        outcome.reason(),
        outcome.startedAt(),
        outcome.endedAt(),
        order.agents(),
        outcome.totals(),
        outcome.batch(),
        order.type(),
        order.roles().stream()
            .map(role -> role.withTokens(tokens.getOrDefault(role.role(), 0L)))
            .toList());
  }

  private static Outcome withSummary(Outcome outcome, Path summary) {
    return new Outcome(
        outcome.project(),
        outcome.phase(),
        outcome.reason(),
        outcome.head(),
        summary.toString(),
        outcome.startedAt(),
        outcome.endedAt(),
        outcome.totals(),
        outcome.failure(),
        outcome.notBefore(),
        outcome.batch());
  }
}
