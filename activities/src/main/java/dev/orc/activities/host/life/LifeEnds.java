package dev.orc.activities.host.life;

import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.base.process.ProcessEnds;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends lives with everything that they have started: some programs do not end with the window that
 * they are in, and would work on without anybody who sees them. Thread-safe.
 */
public final class LifeEnds {
  private static final Logger log = LoggerFactory.getLogger(LifeEnds.class);
  private static final Duration LAST_BREATH = Duration.ofSeconds(2);
  private static final String SPOOL = "ORC_SPOOL=";
  private static final String LIFE = "ORC_INCARNATION=";

  private final Tmux tmux;
  private final HostFolders folders;

  public LifeEnds(Tmux tmux, HostFolders folders) {
    this.tmux = tmux;
    this.folders = folders;
  }

  /** Closes the window of a life, and ends all its processes. */
  public void end(Pane pane) throws InterruptedException {
    String spool = SPOOL + folders.spool(pane.project(), pane.role());
    String life = LIFE + pane.incarnation();
    List<Pane> others =
        tmux.panes().stream().filter(other -> !other.window().equals(pane.window())).toList();
    LifeProcesses processes =
        new LifeProcesses(
            List.of(pane), marks -> marks.contains(spool) && marks.contains(life), others);
    end(processes, () -> tmux.killWindow(pane.window()));
  }

  /** Ends what is left of a role's lives whose windows somebody else has closed. */
  public void endWithoutWindow(String project, String role) throws InterruptedException {
    List<Pane> all = tmux.panes();
    Set<String> shown =
        all.stream()
            .filter(pane -> pane.project().equals(project) && pane.role().equals(role))
            .map(pane -> LIFE + pane.incarnation())
            .collect(Collectors.toSet());
    String spool = SPOOL + folders.spool(project, role);
    Predicate<String> isGone = mark -> mark.startsWith(LIFE) && !shown.contains(mark);
    LifeProcesses processes =
        new LifeProcesses(
            List.of(), marks -> marks.contains(spool) && marks.stream().anyMatch(isGone), all);
    end(processes, () -> {});
  }

  /**
   * Ends all that a project's agents have started, whatever their lives, and what its side windows
   * run.
   *
   * @param close closes the project's windows
   */
  public void endAll(String project, Runnable close) throws InterruptedException {
    Path spools = folders.spool(project, "any").getParent();
    List<Pane> all = tmux.panes();
    Predicate<Pane> isOurs =
        pane -> pane.project().equals(project) && !(pane.role().isEmpty() && pane.side().isEmpty());
    LifeProcesses processes =
        new LifeProcesses(
            all.stream().filter(isOurs).toList(),
            marks -> marks.stream().anyMatch(mark -> mark.startsWith(SPOOL + spools + "/")),
            all.stream().filter(isOurs.negate()).toList());
    end(processes, close);
  }

  /** Those that do not end by themselves are asked to, and then killed. */
  private static void end(LifeProcesses processes, Runnable close) throws InterruptedException {
    Set<ProcessHandle> known = processes.living();
    close.run();
    if (!ProcessEnds.within(known, LAST_BREATH)) {
      known.addAll(processes.living());
      known.forEach(ProcessHandle::destroy);
    }
    if (!ProcessEnds.within(known, LAST_BREATH)) {
      known.addAll(processes.living());
      known.stream().filter(ProcessHandle::isAlive).forEach(LifeEnds::kill);
      if (!ProcessEnds.within(known, LAST_BREATH)) {
        log.warn("processes outlive the life that started them: {}", known);
      }
    }
  }

  private static void kill(ProcessHandle process) {
    boolean asked = process.destroyForcibly();
    log.info("process {} did not end with its life; killed: {}", process.pid(), asked);
  }
}
