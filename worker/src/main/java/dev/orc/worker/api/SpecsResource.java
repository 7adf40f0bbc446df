package dev.orc.worker.api;

import dev.orc.worker.host.HostSide;
import dev.orc.workflows.model.SpecsRequest;

/** What specs there are on this host, and what is wrong with them. Thread-safe. */
final class SpecsResource {
  private final HostSide host;

  SpecsResource(HostSide host) {
    this.host = host;
  }

  void routes(Router router) {
    router.post("/v1/specs/check", this::check);
  }

  private Answer check(Call call) {
    return Answer.ok(host.specs(call.body(SpecsRequest.class)));
  }
}
