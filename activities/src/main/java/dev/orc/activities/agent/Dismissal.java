package dev.orc.activities.agent;

import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.model.AgentName;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends an agent for good. Thread-safe. */
final class Dismissal {
  private static final Logger log = LoggerFactory.getLogger(Dismissal.class);

  private final AgentHost host;
  private final Lives lives;
  private final Channels channels;

  Dismissal(AgentHost host, Lives lives, Channels channels) {
    this.host = host;
    this.lives = lives;
    this.channels = channels;
  }

  void dismiss(DismissOrder order, Beat beat) throws InterruptedException {
    AgentName agent = new AgentName(order.project(), order.role());
    int ended = endAll(order, beat);
    log.info("dismissed {}: {} windows closed", agent, ended);
  }

  private int endAll(DismissOrder order, Beat beat) throws InterruptedException {
    List<Pane> windows = lives.of(order.project(), order.role());
    for (Pane pane : windows) {
      lives.end(pane);
      channels.end(new AgentName(order.project(), order.role()), pane.incarnation());
      beat.beat();
    }
    if (windows.isEmpty()) {
      lives.endWithoutWindow(order.project(), order.role());
    }
    host.truth().forget(order.project(), order.role());
    return windows.size();
  }
}
