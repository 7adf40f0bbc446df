package dev.orc.workflows.activities;

/** The names that workers and workflows meet under. */
public final class TaskQueues {
  /** Workflow tasks, on any host. */
  public static final String WORKFLOWS = "orc";

  /** What the host's queue is called among its batches. */
  public static final String QUEUE = "queue";

  private TaskQueues() {}

  /** The host's own work. */
  public static String host(String name) {
    return "orc-host-" + name;
  }

  /** The id that is also the lock. */
  public static String workflowId(String project) {
    return "orc/" + project;
  }

  /** The id of the host's queue, or of a batch of its own. */
  public static String batchId(String host, String batch) {
    return batch == null || batch.equals(QUEUE) ? "orc-queue/" + host : "orc-batch/" + batch;
  }
}
