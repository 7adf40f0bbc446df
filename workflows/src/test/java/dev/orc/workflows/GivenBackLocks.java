package dev.orc.workflows;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import java.time.Duration;

/**
 * Gives back a lock on the test server's time that the server itself forgets. Its time stands still
 * while anybody holds a lock; it takes one for each activity that waits for a worker. When such an
 * activity was cancelled before, or while it waited to be tried again, the server hands out an
 * empty task instead of it, and never gives that one lock back. An empty task that comes before a
 * poll's time is over is nothing else. Thread-safe.
 */
final class GivenBackLocks implements ClientInterceptor {
  private static final String POLL = "PollActivityTaskQueue";

  /** An empty answer after about a minute only says that there was no task. */
  private static final long POLL_IS_OVER = Duration.ofSeconds(50).toNanos();

  private volatile boolean ended;

  /** Polls that end from now on end with their worker. */
  void end() {
    ended = true;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    return POLL.equals(method.getBareMethodName()) ? new Poll<>(call, next) : call;
  }

  private final class Poll<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final Channel server;
    private final long since = System.nanoTime();

    Poll(ClientCall<Q, A> call, Channel server) {
      super(call);
      this.server = server;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A answer) {
              if (lost((PollActivityTaskQueueResponse) answer)) {
                giveBack();
              }
              super.onMessage(answer);
            }
          },
          headers);
    }

    private boolean lost(PollActivityTaskQueueResponse answer) {
      boolean early = !ended && System.nanoTime() - since < POLL_IS_OVER;
      return early && answer.getTaskToken().isEmpty();
    }

    private void giveBack() {
      TestServiceGrpc.newBlockingStub(server)
          .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    }
  }
}
