package dev.orc.worker.api;

import dev.orc.activities.Refusal;
import dev.orc.worker.host.BatchSide;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Ids;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import java.util.function.Function;

/** Batches: adding to them, how they stand, changing them. Thread-safe. */
final class QueueResource {
  private static final String ONE = "/v1/queue/{batch}";

  private final BatchSide host;
  private final Batches batches;
  private final Audit audit;
  private final BatchAdds adds;

  QueueResource(BatchSide host, Batches batches, Audit audit) {
    this.host = host;
    this.batches = batches;
    this.audit = audit;
    this.adds = new BatchAdds(java.time.Clock.systemUTC());
  }

  void routes(Router router) {
    router.post("/v1/queue", this::add);
    router.post("/v1/queue/specs", this::addSpecs);
    router.get("/v1/queue", call -> Answer.ok(batches.all(call.flag("closed"))));
    router.get(ONE, call -> Answer.ok(batches.status(call.word("batch"))));
    router.get(ONE + "/story", this::story);
    tell(router, "items/remove", "remove", ItemRequest.class, ItemRequest::id, ItemRequest::by);
    tell(router, "items/move", "move", MoveRequest.class, MoveRequest::id, MoveRequest::by);
    tell(router, "items/retry", "retry", ItemRequest.class, ItemRequest::id, ItemRequest::by);
    tell(router, "pause", "pause", Request.class, Request::id, Request::by);
    tell(router, "resume", "resume", Request.class, Request::id, Request::by);
  }

  private Answer add(Call call) {
    BatchAdd add = adds.complete(call.body(BatchAdd.class));
    return added(add);
  }

  private Answer addSpecs(Call call) {
    BatchSpecs asked = call.body(BatchSpecs.class);
    Ids.require(asked.id());
    BatchSide.Specs specs = host.batchOf(asked.specs(), adds.template(asked));
    BatchAdd add = adds.of(asked, specs);
    return call.flag("dry-run") ? Answer.ok(add) : added(add);
  }

  private Answer added(BatchAdd add) {
    String batch = add.batch() == null ? TaskQueues.QUEUE : add.batch();
    BatchAdded answer =
        audit.around("batch " + batch, add.by(), "queue add", add.id(), () -> batches.add(add));
    return Answer.accepted(answer);
  }

  private Answer story(Call call) {
    long since = call.number("since");
    if (since < 0) {
      throw new Refusal(
          Refusal.Kind.USAGE, "'since' is the number of an entry", "leave it out for all");
    }
    return Answer.ok(batches.story(call.word("batch"), since));
  }

  private <T> void tell(
      Router router,
      String path,
      String update,
      Class<T> type,
      Function<T, String> id,
      Function<T, String> by) {
    router.post(
        ONE + "/" + path,
        call -> {
          T body = call.body(type);
          String batch = call.word("batch");
          Ids.require(id.apply(body));
          Accepted answer =
              audit.around(
                  "batch " + batch,
                  by.apply(body),
                  "queue " + update,
                  id.apply(body),
                  () -> batches.update(batch, update, id.apply(body), body));
          return Answer.accepted(answer);
        });
  }
}
