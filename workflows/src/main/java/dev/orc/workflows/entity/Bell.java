package dev.orc.workflows.entity;

import io.temporal.workflow.Workflow;

/** Rung by whoever changed the state, so that the main loop looks again. Workflow threads only. */
public final class Bell {
  private boolean rung;

  public void ring() {
    rung = true;
  }

  public void await() {
    Workflow.await(() -> rung);
    rung = false;
  }

  /** Forgets what was rung: the one who asks looks at everything now. */
  public void hush() {
    rung = false;
  }

  public boolean rung() {
    return rung;
  }
}
