package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.Request;

/** What people were told, and whether they can be told. Thread-safe. */
final class NoticesResource {
  private static final String OF_THE_HOST = "-";

  private final HostServices host;
  private final Audit audit;

  NoticesResource(HostServices host, Audit audit) {
    this.host = host;
    this.audit = audit;
  }

  void routes(Router router) {
    router.get("/v1/notices", call -> ApiAnswer.ok(host.notices()));
    router.post("/v1/notices/test", this::test);
  }

  private ApiAnswer test(ApiRequest call) {
    Request request = call.body(Request.class);
    RequestIds.require(request.id());
    return audit.around(
        OF_THE_HOST,
        request.by(),
        "notices-test",
        request.id(),
        () -> ApiAnswer.ok(host.testNotices()));
  }
}
