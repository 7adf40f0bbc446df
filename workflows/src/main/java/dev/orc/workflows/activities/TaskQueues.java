package dev.orc.workflows.activities;

/** The names that workers and workflows meet under. */
public final class TaskQueues {
  /** Workflow tasks, on any host. */
  public static final String WORKFLOWS = "orc";

  private TaskQueues() {}

  /** The host's own work. */
  public static String host(String name) {
    return "orc-host-" + name;
  }

  /** The id that is also the lock. */
  public static String workflowId(String project) {
    return "orc/" + project;
  }
}
