package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.activities.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workers that share a Temporal must not serve the same host's queue. */
@Timeout(120)
class WorkerIdentityTest {
  private static final String LONG_GONE = "orc/testhost/" + machine() + "/999999999/1";
  private static final String ELSEWHERE = "orc/testhost/another-machine/4711/1";

  @TempDir Path home;

  @Test
  void oneThatPollsElsewhereIsRespectedAndOneThatDiedHereIsNot()
      throws IOException, InterruptedException {
    try (WorkerUnderTest worker = new WorkerUnderTest(home)) {
      var health = worker.get("/v1/health").body();
      if (!health.get("temporalDurable").asBoolean()) {
        return; // The embedded server does not tell who polls.
      }
      String address = health.get("temporalAddress").asText();
      worker.stopWorker();

      pollOnce(address, LONG_GONE);
      worker.start();
      worker.stopWorker();

      pollOnce(address, ELSEWHERE);
      assertThatThrownBy(worker::start)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("another worker serves the host testhost")
          .hasMessageContaining("another-machine");
    }
  }

  /** Polls the host's queue under that name until the server knows of it. */
  private static void pollOnce(String address, String identity) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    WorkflowClient client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setIdentity(identity).build());
    WorkerFactory factory = WorkerFactory.newInstance(client);
    try {
      factory
          .newWorker(TaskQueues.host("testhost"))
          .registerActivitiesImplementations(new FakeActivities.Sessions());
      factory.start();
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!known(stubs, identity)) {
        assertThat(System.nanoTime()).as("the poll is seen").isLessThan(end);
      }
    } finally {
      factory.shutdownNow();
      stubs.shutdownNow();
    }
  }

  private static boolean known(WorkflowServiceStubs stubs, String identity) {
    return stubs
        .blockingStub()
        .describeTaskQueue(
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace("default")
                .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.host("testhost")))
                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                .build())
        .getPollersList()
        .stream()
        .anyMatch(poller -> poller.getIdentity().equals(identity));
  }

  private static String machine() {
    return WorkerIdentity.own("testhost").machine();
  }
}
