package dev.orc.workflows.project;

import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.entity.Reconciler;
import java.time.Instant;

/** Ends the programs of those who were taken out of the team, and of who has done its one task. */
final class Dismissals implements Reconciler {
  static final String KEY = "dismiss/";

  private final ProjectContext context;

  Dismissals(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting()) {
      return;
    }
    for (Agent agent : context.roster().all()) {
      if (leaves(agent.life()) && quiet(agent)) {
        dismiss(agent);
      }
    }
  }

  private static boolean leaves(Life life) {
    return life instanceof Life.Removed removed && !removed.dismissed()
        || life instanceof Life.Finished finished && !finished.dismissed();
  }

  /** Nothing is under way that would bring it to life again. */
  private boolean quiet(Agent agent) {
    return !context.pending().open(KEY + agent.name())
        && !context.pending().open(Launches.KEY + agent.name());
  }

  private void dismiss(Agent agent) {
    boolean removed = agent.life() instanceof Life.Removed;
    String why = removed ? "taken out of the team" : "its task is done";
    DismissOrder order = new DismissOrder(context.project(), agent.name(), why);
    context
        .pending()
        .start(
            KEY + agent.name(),
            () -> context.host().dismiss(order),
            (nothing, trouble) -> {
              if (trouble == null || !trouble.canceled()) {
                dismissed(agent);
              }
            });
  }

  /** It may have been called back meanwhile. */
  private static void dismissed(Agent agent) {
    if (agent.life() instanceof Life.Removed removed) {
      agent.live(new Life.Removed(removed.since(), true));
    } else if (agent.life() instanceof Life.Finished finished) {
      agent.live(new Life.Finished(finished.since(), true));
    }
  }
}
