package dev.orc.activities.agent;

import dev.orc.activities.tmux.Tmux;
import dev.orc.activities.tmux.Tmux.Pane;
import dev.orc.activities.watch.AgentPanes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows that one role's lives have left, and their end. Thread-safe. */
final class Lives {
  private static final Logger log = LoggerFactory.getLogger(Lives.class);
  private static final Duration LAST_BREATH = Duration.ofSeconds(3);

  private final Tmux tmux;
  private final TranscriptKeeper transcripts;

  Lives(Tmux tmux, TranscriptKeeper transcripts) {
    this.tmux = tmux;
    this.transcripts = transcripts;
  }

  private static boolean isOf(Pane pane, String project, String role) {
    return pane.project().equals(project) && pane.role().equals(role);
  }

  List<Pane> of(String project, String role) {
    return AgentPanes.of(tmux.panes()).stream().filter(pane -> isOf(pane, project, role)).toList();
  }

  /** Archives what the life showed, closes its window and sees to it that its program ends. */
  void end(Pane pane) throws InterruptedException {
    String kept = transcripts.archive(pane).map(Path::toString).orElse("nothing");
    log.info(
        "closing {}:{} of life {}; its transcript: {}",
        pane.project(),
        pane.role(),
        pane.incarnation(),
        kept);
    Optional<ProcessHandle> program = pane.dead() ? Optional.empty() : ProcessHandle.of(pane.pid());
    tmux.killWindow(pane.window());
    if (program.isPresent()) {
      awaitEnd(program.get());
    }
  }

  private static void awaitEnd(ProcessHandle program) throws InterruptedException {
    try {
      program.onExit().get(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      boolean asked = program.destroyForcibly();
      log.info("the program {} did not end with its window; killed: {}", program.pid(), asked);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
