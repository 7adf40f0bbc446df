package dev.orc.worker.temporal;

import dev.orc.activities.Refusal;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;

/** Waits until a server that answers serves its namespace too. Stateless. */
final class ServerReadiness {
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MILLIS = 250;

  private ServerReadiness() {}

  static void awaitNamespace(Channel channel, String namespace) {
    StatusRuntimeException last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        describe(channel, namespace);
        return;
      } catch (StatusRuntimeException notYet) {
        if (notYet.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
          return;
        }
        last = notYet;
        pause();
      }
    }
    throw new Refusal(
        Refusal.Kind.NO_SERVER,
        "Temporal's namespace " + namespace + " can not be used: " + last.getStatus().getCode(),
        "temporal operator namespace create --namespace " + namespace);
  }

  private static void describe(Channel channel, String namespace) {
    var unused =
        WorkflowServiceGrpc.newBlockingStub(channel)
            .withWaitForReady()
            .withDeadlineAfter(10, TimeUnit.SECONDS)
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Temporal", interrupted);
    }
  }
}
