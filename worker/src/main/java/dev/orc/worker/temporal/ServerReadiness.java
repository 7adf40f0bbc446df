package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits until a server that answers serves its namespace too. Stateless. */
final class ServerReadiness {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<Status.Code> SILENT =
      EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
  private static final long PAUSE_MILLIS = 250;

  private ServerReadiness() {}

  static void awaitNamespace(Channel channel, TemporalServer server, String namespace) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        describe(channel, namespace);
        return;
      } catch (StatusRuntimeException notYet) {
        Status.Code code = notYet.getStatus().getCode();
        if (code == Status.Code.UNIMPLEMENTED) {
          return;
        }
        if (System.nanoTime() > end) {
          throw SILENT.contains(code) ? silent(server) : unusable(namespace, code);
        }
        pause();
      }
    }
  }

  private static Refusal silent(TemporalServer server) {
    return new Refusal(
        Refusal.Kind.NO_SERVER,
        "the Temporal at " + server.address() + " does not answer",
        "start it, or correct the profile (TEMPORAL_ADDRESS, temporal.toml)");
  }

  private static Refusal unusable(String namespace, Status.Code code) {
    return new Refusal(
        Refusal.Kind.NO_SERVER,
        "Temporal's namespace " + namespace + " can not be used: " + code,
        "temporal operator namespace create --namespace " + namespace);
  }

  private static void describe(Channel channel, String namespace) {
    var unused =
        WorkflowServiceGrpc.newBlockingStub(channel)
            .withWaitForReady()
            .withDeadlineAfter(5, TimeUnit.SECONDS)
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
