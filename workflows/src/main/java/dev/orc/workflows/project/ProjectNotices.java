package dev.orc.workflows.project;

import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.EntryKind;
import java.time.Instant;

/** Tells people what needs them, one thing after another, each once. */
final class ProjectNotices implements Reconciler {
  private static final String KEY = "notice";

  private final ProjectContext context;

  ProjectNotices(ProjectContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting() || context.pending().open(KEY)) {
      return;
    }
    context
        .state()
        .needs()
        .nextUntold()
        .ifPresent(
            need ->
                context
                    .pending()
                    .start(
                        KEY,
                        () -> context.host().tell(need),
                        (nothing, trouble) -> told(need.id(), trouble)));
  }

  private void told(String id, Trouble trouble) {
    if (trouble != null && trouble.canceled()) {
      return;
    }
    context.state().needs().told(id);
    if (trouble != null) {
      context.enter(EntryKind.NEED, null, "nobody could be told: " + trouble.what());
    }
  }
}
