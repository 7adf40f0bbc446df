package dev.orc.worker.gate;

import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import dev.orc.worker.temporal.Connection;
import dev.orc.worker.temporal.DatabaseMark;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.HostFolders;
import io.temporal.client.WorkflowStub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends orchestrations that came to their end here and run again because the database was set back
 * to a time before. Stateless.
 */
public final class Ghosts {
  private static final Logger LOG = LoggerFactory.getLogger(Ghosts.class);

  private final Connection connection;
  private final Orchestrations orchestrations;
  private final RunLedger ledger;

  public Ghosts(Connection connection, Orchestrations orchestrations, RunLedger ledger) {
    this.connection = connection;
    this.orchestrations = orchestrations;
    this.ledger = ledger;
  }

  /** To be done before anybody works on them; what can not be done now is done the next time. */
  public void endThoseOfARestore(HostFolders folders) {
    DatabaseMark mark = new DatabaseMark(folders);
    if (!mark.isThere()) {
      return;
    }
    try {
      orchestrations.open().forEach(this::endIfOver);
      mark.remove();
    } catch (RuntimeException cannot) {
      LOG.error("what was over before the database was set back can not be ended yet", cannot);
    }
  }

  private void endIfOver(Run run) {
    WorkflowStub stub =
        connection.requests().newUntypedWorkflowStub(TaskQueues.workflowId(run.project()));
    if (ledger.isOver(stub.describe().getFirstRunId())) {
      stub.terminate("it was over when the database was set back");
      LOG.warn("{} was over when the database was set back: it is ended", run.project());
    }
  }
}
