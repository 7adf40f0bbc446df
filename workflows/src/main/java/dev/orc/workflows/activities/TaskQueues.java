package dev.orc.workflows.activities;

/** The names that workers and workflows meet under. */
public final class TaskQueues {
  /** Workflow tasks, on any host. */
  public static final String WORKFLOWS = "orc";

  /** What the host's queue is called among its batches. */
  public static final String QUEUE = "queue";

  private static final String PROJECT_ID = "orc/";
  private static final String QUEUE_ID = "orc-queue/";
  private static final String BATCH_ID = "orc-batch/";

  private TaskQueues() {}

  /** The host's own work. */
  public static String host(String name) {
    return "orc-host-" + name;
  }

  /** The id that is also the lock. */
  public static String workflowId(String project) {
    return PROJECT_ID + project;
  }

  /** The id of the host's queue, or of a batch of its own. */
  public static String batchId(String host, String batch) {
    return batch == null || batch.equals(QUEUE) ? QUEUE_ID + host : BATCH_ID + batch;
  }

  /** The project that a workflow is about; null when it is about none. */
  public static String project(String workflowId) {
    return workflowId.startsWith(PROJECT_ID) ? workflowId.substring(PROJECT_ID.length()) : null;
  }

  /** What the host calls the batch of that workflow; null when it is none of its batches. */
  public static String batch(String host, String workflowId) {
    if (workflowId.equals(QUEUE_ID + host)) {
      return QUEUE;
    }
    return workflowId.startsWith(BATCH_ID) ? workflowId.substring(BATCH_ID.length()) : null;
  }
}
