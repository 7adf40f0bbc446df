package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.worker.orchestration.Audit;
import dev.orc.worker.orchestration.RequestIds;
import dev.orc.workflows.model.TrustRequest;
import java.util.function.Function;

/** What repositories ask to have run, and a person's word on it. Thread-safe. */
final class TrustResource {
  private static final String OF_THE_HOST = "-";

  private final HostServices host;
  private final Audit audit;

  TrustResource(HostServices host, Audit audit) {
    this.host = host;
    this.audit = audit;
  }

  void routes(Router router) {
    router.post("/v1/trust/show", call -> ApiAnswer.ok(host.trust(call.body(TrustRequest.class))));
    router.post("/v1/trust/allow", call -> change(call, "trust", host::allow));
    router.post("/v1/trust/revoke", call -> change(call, "trust revoke", host::revoke));
  }

  private ApiAnswer change(ApiRequest call, String what, Function<TrustRequest, ?> work) {
    TrustRequest request = call.body(TrustRequest.class);
    RequestIds.require(request.id());
    return audit.around(
        OF_THE_HOST, request.by(), what, request.id(), () -> ApiAnswer.ok(work.apply(request)));
  }
}
