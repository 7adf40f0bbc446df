package dev.orc.worker.api;

import dev.orc.worker.host.BatchServices;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Completed;
import java.time.Instant;
import java.util.function.Predicate;

/** What is over, as reports count it. Thread-safe. */
final class ReportsResource {
  private final BatchServices host;
  private final String hostName;

  ReportsResource(BatchServices host, String hostName) {
    this.host = host;
    this.hostName = hostName;
  }

  void routes(Router router) {
    router.get("/v1/completed", this::completed);
  }

  private ApiAnswer completed(ApiRequest call) {
    Instant since = call.time("since", Instant.MIN);
    String project = call.query("project");
    String batch = call.query("batch");
    Predicate<Completed> late = one -> one.endedAt() == null || !one.endedAt().isBefore(since);
    Predicate<Completed> named = one -> project.isEmpty() || project.equals(one.project());
    return ApiAnswer.ok(host.completed(late.and(named).and(ofBatch(batch))));
  }

  private Predicate<Completed> ofBatch(String batch) {
    String workflow = TaskQueues.batchId(hostName, batch);
    return one -> batch.isEmpty() || one.batch() != null && workflow.equals(one.batch().workflow());
  }
}
