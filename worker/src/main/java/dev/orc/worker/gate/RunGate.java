package dev.orc.worker.gate;

import com.google.protobuf.ByteString;
import dev.orc.activities.failure.ActivityErrors;
import dev.orc.activities.failure.Refusal;
import dev.orc.base.text.Digest;
import dev.orc.worker.gate.RunLedger.Verdict;
import dev.orc.worker.seal.Seal;
import dev.orc.worker.temporal.Connection;
import dev.orc.workflows.model.Need;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before all work that runs ask this host for. A seal is made anew for every start, so two
 * orchestrations never begin with the same bytes: a run that does was started by somebody who
 * copied them, and is ended before anything acts. So is one that was set back after its
 * orchestration had come to its end. Thread-safe.
 */
public final class RunGate extends WorkerInterceptorBase {
  private static final Logger LOG = LoggerFactory.getLogger(RunGate.class);
  private static final String CLOSE = "session.Close";
  private static final int REMEMBERED = 20_000;
  private static final int DIGEST = 32;

  private final Connection connection;
  private final RunLedger ledger;
  private final Consumer<Need> teller;
  private final Clock clock;

  /** Runs that were looked at; of every other one the server is asked, once. */
  private final Map<String, Origin> own =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * Where a run comes from.
   *
   * @param chain the first run of its orchestration
   * @param start digest of what it was started with
   */
  private record Origin(String chain, String start) {}

  /**
   * @param teller tells people, each need once
   */
  public RunGate(Connection connection, RunLedger ledger, Consumer<Need> teller, Clock clock) {
    this.connection = connection;
    this.ledger = ledger;
    this.teller = teller;
    this.clock = clock;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private ActivityInfo info;

      @Override
      public void init(ActivityExecutionContext context) {
        info = context.getInfo();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        String run = info.getWorkflowRunId();
        Origin origin = require(info.getWorkflowId(), run);
        ActivityOutput output = super.execute(input);
        if (info.getActivityType().equals(CLOSE)) {
          ledger.over(origin.chain(), run);
        }
        return output;
      }
    };
  }

  private Origin require(String workflow, String run) {
    Origin known = own.get(run);
    Origin origin = known == null ? ask(workflow, run) : known;
    Verdict verdict = ledger.judge(origin.start(), origin.chain(), run);
    if (verdict != Verdict.OWN) {
      throw refused(workflow, run, verdict);
    }
    own.put(run, origin);
    return origin;
  }

  private RuntimeException refused(String workflow, String run, Verdict verdict) {
    String why =
        verdict == Verdict.COPIED
            ? "its start was copied from another orchestration"
            : "its orchestration is over";
    LOG.error("{} (run {}) is ended before it acts: {}", workflow, run, why);
    String project = workflow.substring(workflow.lastIndexOf('/') + 1);
    teller.accept(
        new Need(
            "copied-start/" + run,
            project,
            null,
            "somebody who reaches Temporal's port began it anew; it was ended before it acted: "
                + why,
            "find out who does; docs/security.md says what helps",
            clock.instant()));
    end(workflow, run, why);
    return ActivityErrors.failure(
        new Refusal(Refusal.Kind.REFUSED, why, "start it with 'orc start' or 'orc resume'"));
  }

  private void end(String workflow, String run, String why) {
    try {
      stub(workflow, run).terminate("refused by this host: " + why);
    } catch (WorkflowNotFoundException ended) {
      LOG.debug("{} (run {}) is over already", workflow, run);
    }
  }

  private Origin ask(String workflow, String run) {
    String chain = stub(workflow, run).describe().getFirstRunId();
    Payloads input =
        connection
            .workers()
            .getWorkflowServiceStubs()
            .blockingStub()
            .withDeadlineAfter(10, TimeUnit.SECONDS)
            .getWorkflowExecutionHistory(
                GetWorkflowExecutionHistoryRequest.newBuilder()
                    .setNamespace(connection.namespace())
                    .setExecution(execution(workflow, run))
                    .setMaximumPageSize(1)
                    .build())
            .getHistory()
            .getEvents(0)
            .getWorkflowExecutionStartedEventAttributes()
            .getInput();
    return new Origin(chain, digest(input).orElse("run " + run));
  }

  /** Empty for what was not sealed: from before there were seals the same words may come twice. */
  private static Optional<String> digest(Payloads input) {
    if (input.getPayloadsList().stream().noneMatch(Seal::isSealed)) {
      return Optional.empty();
    }
    ByteString words =
        input.getPayloadsList().stream()
            .map(Payload::getData)
            .reduce(ByteString.EMPTY, ByteString::concat);
    return Optional.of(Digest.of(words.toByteArray()).substring(0, DIGEST));
  }

  private WorkflowStub stub(String workflow, String run) {
    return connection.workers().newUntypedWorkflowStub(execution(workflow, run), Optional.empty());
  }

  private static WorkflowExecution execution(String workflow, String run) {
    return WorkflowExecution.newBuilder().setWorkflowId(workflow).setRunId(run).build();
  }
}
