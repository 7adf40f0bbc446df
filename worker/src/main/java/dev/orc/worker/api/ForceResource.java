package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.ForcedEnds;
import dev.orc.worker.orchestration.Rebuilding;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Request;
import java.util.function.BiFunction;

/** What is done to an orchestration from outside, when it does not go on itself. Thread-safe. */
final class ForceResource {
  private final HostServices host;
  private final ForcedEnds forced;
  private final Rebuilding rebuilding;
  private final Audit audit;

  ForceResource(HostServices host, ForcedEnds forced, Rebuilding rebuilding, Audit audit) {
    this.host = host;
    this.forced = forced;
    this.rebuilding = rebuilding;
    this.audit = audit;
  }

  void routes(Router router) {
    router.post("/v1/projects/{project}/terminate", call -> done(call, "terminate", forced::end));
    router.post("/v1/projects/{project}/heal", call -> done(call, "heal", forced::reset));
    router.post(
        "/v1/projects/{project}/rebuild", call -> done(call, "rebuild", rebuilding::rebuild));
    router.get(
        "/v1/projects/{project}/former", call -> ApiAnswer.ok(host.formerLives(call.project())));
  }

  private ApiAnswer done(ApiRequest call, String what, BiFunction<String, Request, Accepted> act) {
    Request request = call.body(Request.class);
    RequestIds.require(request.id());
    return audit.around(
        call.project(),
        request.by(),
        what,
        request.id(),
        () -> ApiAnswer.accepted(act.apply(call.project(), request)));
  }
}
