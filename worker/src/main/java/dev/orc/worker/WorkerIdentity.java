package dev.orc.worker;

import dev.orc.activities.failure.Refusal;
import dev.orc.base.process.ProcessMark;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.activities.TaskQueues;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who a worker is to a Temporal that several hosts share, as {@code orc/host/machine/pid/mark}: it
 * tells whether another worker of the same host's name is alive. Immutable.
 */
record WorkerIdentity(String host, String machine, ProcessMark process) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerIdentity.class);

  /** A poll takes a minute: who has not polled for longer is no more. */
  private static final Duration POLL = Duration.ofSeconds(75);

  static WorkerIdentity own(String host) {
    ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();
    return new WorkerIdentity(host, machineName(), self);
  }

  String text() {
    return String.join("/", "orc", host, machine, String.valueOf(process.pid()), process.mark());
  }

  /** Refuses to go on while another live worker serves this host's queue. */
  void requireAlone(Connection connection) {
    pollers(connection).stream()
        .filter(poller -> !poller.getIdentity().equals(text()))
        .filter(this::alive)
        .findFirst()
        .ifPresent(
            poller -> {
              throw new Refusal(
                  Refusal.Kind.REFUSED,
                  "another worker serves the host " + host + ": " + poller.getIdentity(),
                  "end it, wait a minute if it has died, or give this host another name");
            });
  }

  private boolean alive(PollerInfo poller) {
    Optional<WorkerIdentity> other = parse(poller.getIdentity());
    if (other.isPresent() && other.get().machine().equals(machine)) {
      return other.get().process().alive();
    }
    Instant last = Instant.ofEpochSecond(poller.getLastAccessTime().getSeconds());
    return last.isAfter(Instant.now().minus(POLL));
  }

  private static Optional<WorkerIdentity> parse(String identity) {
    String[] words = identity.split("/", -1);
    if (words.length != 5 || !words[0].equals("orc") || !words[3].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    ProcessMark process = new ProcessMark(Long.parseLong(words[3]), words[4]);
    return Optional.of(new WorkerIdentity(words[1], words[2], process));
  }

  /** Who polls; nobody where the server can not tell. */
  private List<PollerInfo> pollers(Connection connection) {
    try {
      return connection
          .requests()
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(3, TimeUnit.SECONDS)
          .describeTaskQueue(
              DescribeTaskQueueRequest.newBuilder()
                  .setNamespace(connection.namespace())
                  .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.host(host)))
                  .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                  .build())
          .getPollersList();
    } catch (StatusRuntimeException cannotTell) {
      LOG.debug("the server does not tell who polls: {}", cannotTell.getStatus());
      return List.of();
    }
  }

  private static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
