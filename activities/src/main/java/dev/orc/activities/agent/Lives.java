package dev.orc.activities.agent;

import dev.orc.activities.agent.watch.AgentPanes;
import dev.orc.activities.host.life.LifeEnds;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows that one role's lives have left, and their end. Thread-safe. */
final class Lives {
  private static final Logger log = LoggerFactory.getLogger(Lives.class);

  private final Tmux tmux;
  private final LifeEnds ends;
  private final TranscriptKeeper transcripts;

  Lives(Tmux tmux, HostFolders folders, TranscriptKeeper transcripts) {
    this.tmux = tmux;
    this.ends = new LifeEnds(tmux, folders);
    this.transcripts = transcripts;
  }

  private static boolean isOf(Pane pane, String project, String role) {
    return pane.project().equals(project) && pane.role().equals(role);
  }

  List<Pane> of(String project, String role) {
    return AgentPanes.of(tmux.panes()).stream().filter(pane -> isOf(pane, project, role)).toList();
  }

  /** Archives what the life showed, closes its window, and ends all its processes. */
  void end(Pane pane) throws InterruptedException {
    String kept = transcripts.archive(pane).map(Path::toString).orElse("nothing");
    log.info(
        "closing {}:{} of life {}; its transcript: {}",
        pane.project(),
        pane.role(),
        pane.incarnation(),
        kept);
    ends.end(pane);
  }

  /** Ends what is left of a role's lives whose windows somebody else has closed. */
  void endWithoutWindow(String project, String role) throws InterruptedException {
    ends.endWithoutWindow(project, role);
  }
}
