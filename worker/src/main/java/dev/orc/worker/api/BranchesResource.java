package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;

/** What the branches of an orchestration's roles hold. Changes nothing. Thread-safe. */
final class BranchesResource {
  private final HostServices host;
  private final Statuses statuses;

  BranchesResource(HostServices host, Statuses statuses) {
    this.host = host;
    this.statuses = statuses;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/diff", this::diff);
    router.get("/v1/projects/{project}/diff/patch", this::patch);
    router.get("/v1/projects/{project}/sync", this::sync);
  }

  private ApiAnswer diff(ApiRequest call) {
    return ApiAnswer.ok(host.diffs(statuses.of(call.project()), call.query("role")));
  }

  private ApiAnswer patch(ApiRequest call) {
    return ApiAnswer.ok(host.patches(statuses.of(call.project()), call.query("role")));
  }

  private ApiAnswer sync(ApiRequest call) {
    return ApiAnswer.ok(host.sync(statuses.of(call.project())));
  }
}
