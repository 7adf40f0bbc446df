package dev.orc.worker.api;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.host.BatchServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.worker.orchestration.TypedUpdate;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Batches: adding to them, how they stand, changing them. Thread-safe. */
final class QueueResource {
  private static final String ONE = "/v1/queue/{batch}";

  private static final Asked<ItemRequest> ITEM =
      new Asked<>(ItemRequest.class, ItemRequest::id, ItemRequest::by);
  private static final Asked<MoveRequest> MOVE =
      new Asked<>(MoveRequest.class, MoveRequest::id, MoveRequest::by);
  private static final Asked<Request> WHOLE = new Asked<>(Request.class, Request::id, Request::by);

  private final BatchServices host;
  private final Batches batches;
  private final Audit audit;
  private final BatchAdds adds;

  QueueResource(BatchServices host, Batches batches, Audit audit) {
    this.host = host;
    this.batches = batches;
    this.audit = audit;
    this.adds = new BatchAdds(java.time.Clock.systemUTC());
  }

  void routes(Router router) {
    router.post("/v1/queue", this::add);
    router.post("/v1/queue/specs", this::addSpecs);
    router.get("/v1/queue", call -> ApiAnswer.ok(batches.all(call.flag("closed"))));
    router.get(ONE, call -> ApiAnswer.ok(batches.status(call.word("batch"))));
    router.get(ONE + "/story", this::story);
    tell(router, "/items/remove", BatchWorkflow::remove, ITEM);
    tell(router, "/items/move", BatchWorkflow::move, MOVE);
    tell(router, "/items/retry", BatchWorkflow::retry, ITEM);
    tell(router, "/pause", BatchWorkflow::pause, WHOLE);
    tell(router, "/resume", BatchWorkflow::resume, WHOLE);
  }

  private ApiAnswer add(ApiRequest call) {
    BatchAdd add = adds.complete(call.body(BatchAdd.class));
    return added(add);
  }

  private ApiAnswer addSpecs(ApiRequest call) {
    BatchSpecs asked = call.body(BatchSpecs.class);
    RequestIds.require(asked.id());
    BatchServices.Specs specs = host.batchOf(asked.specs(), adds.template(asked));
    BatchAdd add = adds.of(asked, specs);
    return call.flag("dry-run") ? ApiAnswer.ok(add) : added(add);
  }

  private ApiAnswer added(BatchAdd add) {
    String batch = add.batch() == null ? TaskQueues.QUEUE : add.batch();
    BatchAdded answer =
        audit.around("batch " + batch, add.by(), "queue add", add.id(), () -> batches.add(add));
    return ApiAnswer.accepted(answer);
  }

  private ApiAnswer story(ApiRequest call) {
    long since = call.number("since");
    if (since < 0) {
      throw new Refusal(
          Refusal.Kind.USAGE, "'since' is the number of an entry", "leave it out for all");
    }
    return ApiAnswer.ok(batches.story(call.word("batch"), since));
  }

  private <T> void tell(
      Router router, String path, BiFunction<BatchWorkflow, T, Accepted> method, Asked<T> asked) {
    TypedUpdate<BatchWorkflow, T> update = TypedUpdate.ofBatch(method);
    router.post(
        ONE + path,
        call -> {
          T body = call.body(asked.type());
          String batch = call.word("batch");
          String id = asked.id().apply(body);
          RequestIds.require(id);
          Accepted answer =
              audit.around(
                  "batch " + batch,
                  asked.by().apply(body),
                  "queue " + update.name(),
                  id,
                  () -> batches.update(batch, update, id, body));
          return ApiAnswer.accepted(answer);
        });
  }

  /** Where a request holds its id and who asks. */
  private record Asked<T>(Class<T> type, Function<T, String> id, Function<T, String> by) {}
}
