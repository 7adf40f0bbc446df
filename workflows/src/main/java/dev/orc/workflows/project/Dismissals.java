package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.entity.Part;
import java.time.Instant;

/** Ends the programs of those who were taken out of the team. */
final class Dismissals implements Part {
  static final String KEY = "dismiss/";

  private final Desk desk;

  Dismissals(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void act(Instant now) {
    if (!desk.errands().accepting()) {
      return;
    }
    for (Agent agent : desk.roster().all()) {
      if (agent.life() instanceof Life.Removed removed && !removed.dismissed() && quiet(agent)) {
        dismiss(agent);
      }
    }
  }

  /** Nothing is under way that would bring it to life again. */
  private boolean quiet(Agent agent) {
    return !desk.errands().open(KEY + agent.name())
        && !desk.errands().open(Launches.KEY + agent.name());
  }

  private void dismiss(Agent agent) {
    DismissOrder order = new DismissOrder(desk.project(), agent.name(), "taken out of the team");
    desk.errands()
        .start(
            KEY + agent.name(),
            () -> desk.host().dismiss(order),
            (nothing, trouble) -> {
              boolean over = trouble == null || !trouble.canceled();
              agent.live(new Life.Removed(agent.life().since(), over));
            });
  }
}
