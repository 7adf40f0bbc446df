package dev.orc.workflows.project;

import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.EntryKind;
import java.time.Instant;

/** Tells people what needs them, one thing after another, each once. */
final class ProjectNotices implements Part {
  private static final String KEY = "notice";

  private final ProjectContext desk;

  ProjectNotices(ProjectContext desk) {
    this.desk = desk;
  }

  @Override
  public void act(Instant now) {
    if (!desk.errands().accepting() || desk.errands().open(KEY)) {
      return;
    }
    desk.state()
        .needs()
        .nextUntold()
        .ifPresent(
            need ->
                desk.errands()
                    .start(
                        KEY,
                        () -> desk.host().tell(need),
                        (nothing, trouble) -> told(need.id(), trouble)));
  }

  private void told(String id, Trouble trouble) {
    if (trouble != null && trouble.canceled()) {
      return;
    }
    desk.state().needs().told(id);
    if (trouble != null) {
      desk.enter(EntryKind.NEED, null, "nobody could be told: " + trouble.what());
    }
  }
}
