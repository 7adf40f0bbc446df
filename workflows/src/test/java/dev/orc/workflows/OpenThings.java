package dev.orc.workflows;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.grpc.Channel;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a workflow on the test server waits for right now, whatever its worker knows of it.
 *
 * @param activities the numbers of the events with which they were scheduled
 * @param timers those that were started and are not due
 */
record OpenThings(Set<Long> activities, Set<String> timers) {
  /** What is due so soon may be over before the server hears the next word. */
  private static final long SOON_MILLIS = 50;

  static OpenThings of(ByteString taskToken, Channel server) {
    WorkflowExecution execution;
    String namespace;
    try (DataInputStream token = new DataInputStream(taskToken.newInput())) {
      namespace = token.readUTF();
      execution =
          WorkflowExecution.newBuilder()
              .setWorkflowId(token.readUTF())
              .setRunId(token.readUTF())
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<HistoryEvent> events = history(namespace, execution, server);
    return new OpenThings(
        activities(events, pending(namespace, execution, server)), timers(events, now(server)));
  }

  private static Set<Long> activities(List<HistoryEvent> events, Set<String> pending) {
    return events.stream()
        .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
        .filter(
            event ->
                pending.contains(event.getActivityTaskScheduledEventAttributes().getActivityId()))
        .map(HistoryEvent::getEventId)
        .collect(Collectors.toSet());
  }

  private static Set<String> timers(List<HistoryEvent> events, long now) {
    return events.stream()
        .filter(HistoryEvent::hasTimerStartedEventAttributes)
        .filter(event -> due(event) > now + SOON_MILLIS)
        .map(event -> event.getTimerStartedEventAttributes().getTimerId())
        .collect(Collectors.toSet());
  }

  private static long due(HistoryEvent started) {
    return Timestamps.toMillis(started.getEventTime())
        + Durations.toMillis(started.getTimerStartedEventAttributes().getStartToFireTimeout());
  }

  private static long now(Channel server) {
    return Timestamps.toMillis(
        TestServiceGrpc.newBlockingStub(server)
            .getCurrentTime(Empty.getDefaultInstance())
            .getTime());
  }

  private static Set<String> pending(
      String namespace, WorkflowExecution execution, Channel server) {
    return WorkflowServiceGrpc.newBlockingStub(server)
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(namespace)
                .setExecution(execution)
                .build())
        .getPendingActivitiesList()
        .stream()
        .map(PendingActivityInfo::getActivityId)
        .collect(Collectors.toSet());
  }

  private static List<HistoryEvent> history(
      String namespace, WorkflowExecution execution, Channel server) {
    return WorkflowServiceGrpc.newBlockingStub(server)
        .getWorkflowExecutionHistory(
            GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(namespace)
                .setExecution(execution)
                .build())
        .getHistory()
        .getEventsList();
  }
}
