package dev.orc.worker.orchestration;

import dev.orc.worker.temporal.Connection;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.context.WorkflowSerializationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the memo of a run, which is sealed for its workflow. Thread-safe. */
final class MemoReader {
  private static final Logger LOG = LoggerFactory.getLogger(MemoReader.class);

  private final Connection connection;

  MemoReader(Connection connection) {
    this.connection = connection;
  }

  /** Null where there is none, and where somebody else wrote it: that is nobody's title. */
  String text(WorkflowExecutionInfo run, String name) {
    Payload kept = run.getMemo().getFieldsMap().get(name);
    if (kept == null) {
      return null;
    }
    String workflow = run.getExecution().getWorkflowId();
    try {
      return connection
          .requests()
          .getOptions()
          .getDataConverter()
          .withContext(new WorkflowSerializationContext(connection.namespace(), workflow))
          .fromPayload(kept, String.class, String.class);
    } catch (DataConverterException notOurs) {
      LOG.debug("the memo of {} can not be read: {}", workflow, notOurs.getMessage());
      return null;
    }
  }
}
