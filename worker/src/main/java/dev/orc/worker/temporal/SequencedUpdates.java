package dev.orc.worker.temporal;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.temporal.api.protocol.v1.Message;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;

/**
 * Gives a worker updates in the order in which a replay will find them. Thread-safe.
 *
 * <p>The embedded server says of an update that it comes right after its workflow task was
 * scheduled, and writes of an accepted one that it came right before the task was started. What
 * happens between the two, as a signal while no worker is there, comes before the update in every
 * replay and came after it when it was done first, and the run would never be replayed again. A
 * real server says the same at both times: right before the start.
 */
final class SequencedUpdates implements ServerInterceptor {
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return next.startCall(
        new SimpleForwardingServerCall<Q, A>(call) {
          @Override
          public void sendMessage(A answer) {
            super.sendMessage(sequenced(answer));
          }
        },
        headers);
  }

  /** Only this one answer is changed, to another of the same class. */
  @SuppressWarnings("unchecked")
  private static <A> A sequenced(A answer) {
    return answer instanceof PollWorkflowTaskQueueResponse task && task.getMessagesCount() > 0
        ? (A) sequenced(task)
        : answer;
  }

  private static PollWorkflowTaskQueueResponse sequenced(PollWorkflowTaskQueueResponse task) {
    PollWorkflowTaskQueueResponse.Builder changed = task.toBuilder();
    // The history ends with the start of the task; the answer's own word for it can be too low.
    long started = task.getHistory().getEvents(task.getHistory().getEventsCount() - 1).getEventId();
    for (Message.Builder update : changed.getMessagesBuilderList()) {
      update.setEventId(started - 1);
    }
    return changed.build();
  }
}
