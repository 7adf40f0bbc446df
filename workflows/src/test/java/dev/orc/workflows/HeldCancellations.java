package dev.orc.workflows;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.command.v1.Command;
import io.temporal.api.command.v1.RequestCancelActivityTaskCommandAttributes;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Keeps a workflow from cancelling an activity or a timer that has ended since the workflow task
 * began. A real server bears that; the test server forgets the workflow task over it, and the
 * workflow stands still for ever. So the activities' answers wait while such a task is handed in,
 * and a task that comes too late is failed, to be tried again with the end in its history.
 * Thread-safe.
 */
final class HeldCancellations implements ClientInterceptor {
  private static final Set<String> ACTIVITY_ANSWERS =
      Set.of(
          "RespondActivityTaskCompleted",
          "RespondActivityTaskFailed",
          "RespondActivityTaskCanceled");
  private static final int ALL = 1_000;

  private final Semaphore answers = new Semaphore(ALL, true);

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    if (ACTIVITY_ANSWERS.contains(method.getBareMethodName())) {
      return new Held<>(call, 1);
    }
    return "RespondWorkflowTaskCompleted".equals(method.getBareMethodName())
        ? new HandIn<>(call, next)
        : call;
  }

  /** Holds permits from its first message until its end. */
  private class Held<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final int permits;
    private boolean taken;

    Held(ClientCall<Q, A> call, int permits) {
      super(call);
      this.permits = permits;
    }

    void take() {
      answers.acquireUninterruptibly(permits);
      taken = true;
    }

    void giveBack() {
      if (taken) {
        taken = false;
        answers.release(permits);
      }
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              giveBack();
              super.onClose(status, trailers);
            }
          },
          headers);
    }

    @Override
    public void sendMessage(Q message) {
      take();
      super.sendMessage(message);
    }
  }

  /** Hands a workflow task in, or fails it when it cancels what has ended. */
  private final class HandIn<Q, A> extends Held<Q, A> {
    private final Channel channel;
    private final WorkflowServiceBlockingStub server;
    private RespondWorkflowTaskCompletedRequest task;
    private Q message;
    private boolean late;

    HandIn(ClientCall<Q, A> call, Channel next) {
      super(call, ALL);
      channel = next;
      server = WorkflowServiceGrpc.newBlockingStub(next);
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              super.onClose(late ? Status.NOT_FOUND : status, trailers);
            }
          },
          headers);
    }

    @Override
    public void sendMessage(Q whole) {
      message = whole;
      task = (RespondWorkflowTaskCompletedRequest) whole;
    }

    @Override
    public void halfClose() {
      if (task.getCommandsList().stream().noneMatch(HeldCancellations::cancels)) {
        delegate().sendMessage(message);
        delegate().halfClose();
        return;
      }
      take();
      late = late();
      if (late) {
        server.respondWorkflowTaskFailed(failed(task));
        delegate().cancel("it cancels an activity that has ended", null);
      } else {
        delegate().sendMessage(message);
        delegate().halfClose();
      }
    }

    private boolean late() {
      OpenThings open = OpenThings.of(task.getTaskToken(), channel);
      return !open.activities().containsAll(cancelledActivities(task))
          || !open.timers().containsAll(cancelledTimers(task));
    }
  }

  private static boolean cancels(Command command) {
    return command.hasRequestCancelActivityTaskCommandAttributes()
        || command.hasCancelTimerCommandAttributes();
  }

  private static List<Long> cancelledActivities(RespondWorkflowTaskCompletedRequest task) {
    return task.getCommandsList().stream()
        .filter(Command::hasRequestCancelActivityTaskCommandAttributes)
        .map(Command::getRequestCancelActivityTaskCommandAttributes)
        .map(RequestCancelActivityTaskCommandAttributes::getScheduledEventId)
        .toList();
  }

  private static List<String> cancelledTimers(RespondWorkflowTaskCompletedRequest task) {
    return task.getCommandsList().stream()
        .filter(Command::hasCancelTimerCommandAttributes)
        .map(command -> command.getCancelTimerCommandAttributes().getTimerId())
        .toList();
  }

  private static RespondWorkflowTaskFailedRequest failed(RespondWorkflowTaskCompletedRequest task) {
    return RespondWorkflowTaskFailedRequest.newBuilder()
        .setTaskToken(task.getTaskToken())
        .setNamespace(task.getNamespace())
        .setIdentity(task.getIdentity())
        .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
        .build();
  }
}
