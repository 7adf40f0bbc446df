package dev.orc.worker.temporal;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks whether a Temporal answers at an address, without TLS. Thread-safe. */
final class Probe implements AutoCloseable {
  private final ManagedChannel channel;

  Probe(String address) {
    channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
  }

  /** Whether one answers at once. */
  static boolean answers(String address, Duration patience) {
    try (Probe probe = new Probe(address)) {
      return probe.answers(patience, false);
    }
  }

  /** Whether one answers within the time, a connection being tried for all of it. */
  boolean answersWithin(Duration patience) {
    return answers(patience, true);
  }

  private boolean answers(Duration patience, boolean wait) {
    var stub =
        WorkflowServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return (wait ? stub.withWaitForReady() : stub)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
          .isInitialized();
    } catch (StatusRuntimeException no) {
      return false;
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
