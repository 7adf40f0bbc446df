package dev.orc.worker.temporal;

import com.google.protobuf.util.Durations;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.temporal.api.namespace.v1.NamespaceConfig;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.UpdateNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the development server keeps what is over; its own default is one day. Stateless. */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int DAYS = 30;

  private Retention() {}

  /** Raises it; a server that refuses keeps its own, and that is said. */
  static void raise(Channel channel, String namespace) {
    var stub = WorkflowServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    try {
      var now =
          stub.describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build())
              .getConfig()
              .getWorkflowExecutionRetentionTtl();
      if (Durations.compare(now, Durations.fromDays(DAYS)) < 0) {
        var unused =
            stub.updateNamespace(
                UpdateNamespaceRequest.newBuilder()
                    .setNamespace(namespace)
                    .setConfig(
                        NamespaceConfig.newBuilder()
                            .setWorkflowExecutionRetentionTtl(Durations.fromDays(DAYS)))
                    .build());
        LOG.info("retention of namespace {} raised to {} days", namespace, DAYS);
      }
    } catch (StatusRuntimeException refused) {
      LOG.warn("retention stays as it is: {}", refused.getStatus());
    }
  }
}
