package dev.orc.worker.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;

/**
 * Takes the sticky queue out of every answer to a workflow task. The embedded server never gives up
 * a sticky queue: an orchestration whose worker died would wait for that worker for ever.
 * Thread-safe.
 */
final class WithoutStickiness implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        super.sendMessage(withoutSticky(message));
      }
    };
  }

  /** Only this one request is changed, to another of the same class. */
  @SuppressWarnings("unchecked")
  private static <Q> Q withoutSticky(Q message) {
    return message instanceof RespondWorkflowTaskCompletedRequest answer
        ? (Q) answer.toBuilder().clearStickyAttributes().build()
        : message;
  }
}
