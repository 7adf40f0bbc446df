package dev.orc.workflows.entity;

import io.temporal.workflow.Workflow;

/**
 * Requested by whoever changed the state, so that the main loop looks again. Workflow threads only.
 */
public final class Wakeup {
  private boolean requested;

  public void request() {
    requested = true;
  }

  public void await() {
    Workflow.await(() -> requested);
    requested = false;
  }

  /** Forgets what was requested: the one who asks looks at everything now. */
  public void clear() {
    requested = false;
  }

  public boolean requested() {
    return requested;
  }
}
