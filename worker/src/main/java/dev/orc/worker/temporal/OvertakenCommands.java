package dev.orc.worker.temporal;

import com.google.protobuf.ByteString;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.temporal.api.command.v1.Command;
import io.temporal.api.enums.v1.CommandType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.internal.testservice.TestWorkflowService;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embedded server from losing a run for good. Thread-safe.
 *
 * <p>While a workflow task is under way, the server keeps what happens in a buffer and forgets the
 * activity that has ended or the timer that has fired at once. A worker that does not know of it
 * yet may ask for just that one's cancellation. The server takes half of such an answer: the task
 * counts as done, none of its events is written, the buffer stays where nobody empties it, and
 * every later task makes the same mistake. So such an answer is turned, before the server sees it,
 * into what Temporal's real server makes of it: the task has failed, the buffer goes into the
 * history, and the worker is asked again with all that has happened.
 *
 * <p>An activity that nobody has taken yet ends as soon as its cancellation is asked for, and the
 * server writes that end among what the worker has asked for. A replay looks for the updates that a
 * task has accepted up to the first event that is not the worker's own; it would not see those
 * behind that end, and the run would never be replayed again. So such an activity is begun before
 * the server sees the answer, and ends as cancelled right after it, as on a real server.
 */
final class OvertakenCommands implements ServerInterceptor {
  private static final Logger log = LoggerFactory.getLogger(OvertakenCommands.class);
  private static final String ANSWER =
      WorkflowServiceGrpc.getRespondWorkflowTaskCompletedMethod().getFullMethodName();

  private final TestWorkflowService service;
  private final EmbeddedRuns runs;

  OvertakenCommands(TestWorkflowService service) {
    this.service = service;
    this.runs = new EmbeddedRuns(service);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall.Listener<Q> listener = next.startCall(call, headers);
    return call.getMethodDescriptor().getFullMethodName().equals(ANSWER)
        ? new Looking<>(listener, call)
        : listener;
  }

  /** The server acts at the end of the request, and by then the request is known. */
  private final class Looking<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private RespondWorkflowTaskCompletedRequest answer;

    Looking(ServerCall.Listener<Q> listener, ServerCall<Q, ?> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      answer = (RespondWorkflowTaskCompletedRequest) message;
      super.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      EmbeddedRuns.Run run;
      try {
        run = runs.of(answer.getTaskToken());
      } catch (StatusRuntimeException unknown) {
        super.onHalfClose();
        return;
      }
      Lock lock = run.lock();
      lock.lock();
      try {
        if (answer.getCommandsList().stream().noneMatch(command -> overtaken(command, run))) {
          List<ByteString> begun = begun(answer, run);
          super.onHalfClose();
          begun.forEach(activity -> cancelled(activity, answer.getNamespace()));
          return;
        }
        fail(answer.getTaskToken(), answer.getNamespace(), answer.getIdentity());
      } finally {
        lock.unlock();
      }
      call.close(Status.INVALID_ARGUMENT.withDescription("UnhandledCommand"), new Metadata());
    }
  }

  private static boolean overtaken(Command command, EmbeddedRuns.Run run) {
    return switch (command.getCommandType()) {
      case COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK ->
          !run.hasActivity(
              command.getRequestCancelActivityTaskCommandAttributes().getScheduledEventId());
      case COMMAND_TYPE_CANCEL_TIMER ->
          !run.hasTimer(command.getCancelTimerCommandAttributes().getTimerId());
      default -> false;
    };
  }

  /**
   * Activities that the answer cancels before it speaks of an update, and that nobody has taken.
   */
  private static List<ByteString> begun(
      RespondWorkflowTaskCompletedRequest answer, EmbeddedRuns.Run run) {
    List<CommandType> types =
        answer.getCommandsList().stream().map(Command::getCommandType).toList();
    int updates = types.lastIndexOf(CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE);
    return answer.getCommandsList().subList(0, Math.max(updates, 0)).stream()
        .filter(Command::hasRequestCancelActivityTaskCommandAttributes)
        .map(command -> command.getRequestCancelActivityTaskCommandAttributes())
        .flatMap(cancel -> run.begin(cancel.getScheduledEventId(), answer.getIdentity()).stream())
        .toList();
  }

  /** When the server did not take the answer, the activity's own time-out gives it out again. */
  private void cancelled(ByteString activity, String namespace) {
    service.respondActivityTaskCanceled(
        RespondActivityTaskCanceledRequest.newBuilder()
            .setTaskToken(activity)
            .setNamespace(namespace)
            .build(),
        new Unheard<>("the activity was not cancelled"));
  }

  private void fail(ByteString taskToken, String namespace, String identity) {
    log.debug("a workflow task cancels what has just ended: it is given out again");
    service.respondWorkflowTaskFailed(
        RespondWorkflowTaskFailedRequest.newBuilder()
            .setTaskToken(taskToken)
            .setNamespace(namespace)
            .setIdentity(identity)
            .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
            .build(),
        new Unheard<>("the workflow task is over already"));
  }

  /** Nobody waits for the server's word. */
  private record Unheard<A>(String ifNot) implements StreamObserver<A> {
    @Override
    public void onNext(A said) {}

    @Override
    public void onError(Throwable why) {
      log.debug("{}: {}", ifNot, why.toString());
    }

    @Override
    public void onCompleted() {}
  }
}
