package dev.orc.worker.orchestration;

import dev.orc.workflows.model.Accepted;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowUpdateStage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends updates. One that may or may not have arrived is sent again with the same id, which the
 * server and the workflow recognise. Thread-safe.
 */
final class Updates {
  private static final int REMEMBERED = 20_000;

  private final WorkflowClient client;

  /** The server answers a repeat with the first answer; only we can tell that it is one. */
  private final Map<String, Boolean> accepted =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, false) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  Updates(WorkflowClient client) {
    this.client = client;
  }

  <W, A> Accepted send(String workflow, TypedUpdate<W, A> update, String id, A argument) {
    UpdateOptions<Accepted> options = options(Accepted.class, id);
    Accepted answer =
        Attempts.until(
            TemporalFailure::uncertain,
            () -> {
              W stub = client.newWorkflowStub(update.workflow(), workflow);
              return WorkflowClient.startUpdate(
                      said -> update.method().apply(stub, said), argument, options)
                  .getResult();
            });
    boolean before = accepted.put(workflow + " " + update.name() + " " + id, true) != null;
    return before ? new Accepted(answer.id(), true, answer.note()) : answer;
  }

  /** The update's name is the method's that it is sent by. */
  static <T> UpdateOptions<T> options(Class<T> answer, String id) {
    return UpdateOptions.newBuilder(answer)
        .setUpdateId(id)
        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
        .build();
  }
}
