package dev.orc.workflows;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/**
 * A test server whose time is skipped, with the cures that long runs over it need: {@link
 * GivenBackLocks} and {@link HeldCancellations}. For one test's thread.
 */
public final class SkippedTime implements AutoCloseable {
  /** A loaded machine is no deadlock. */
  public static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder()
          .setDefaultDeadlockDetectionTimeout(Duration.ofSeconds(30).toMillis())
          .build();

  private final GivenBackLocks locks = new GivenBackLocks();
  private final TestWorkflowEnvironment environment;

  /** A new server of its own, with the converter that is used everywhere. */
  public SkippedTime() {
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(
                    WorkflowServiceStubsOptions.newBuilder()
                        .setGrpcClientInterceptors(List.of(locks, new HeldCancellations()))
                        .build())
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(OrcDataConverter.create())
                        .setIdentity("test")
                        .build())
                .build());
  }

  public TestWorkflowEnvironment environment() {
    return environment;
  }

  @Override
  public void close() {
    locks.end();
    environment.close();
  }
}
