package dev.orc.workflows.project;

import io.temporal.workflow.Workflow;

/** Rung by whoever changed the state, so that the main loop looks again. Workflow threads only. */
final class Bell {
  private boolean rung;

  void ring() {
    rung = true;
  }

  void await() {
    Workflow.await(() -> rung);
    rung = false;
  }

  /** Forgets what was rung: the one who asks looks at everything now. */
  void hush() {
    rung = false;
  }

  boolean rung() {
    return rung;
  }
}
