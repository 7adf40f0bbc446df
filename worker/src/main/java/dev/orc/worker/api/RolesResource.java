package dev.orc.worker.api;

import dev.orc.worker.host.HostServices;
import dev.orc.workflows.model.RoleBrief;

/** The roles there are, and what each would be told. Thread-safe. */
final class RolesResource {
  private final HostServices host;

  RolesResource(HostServices host) {
    this.host = host;
  }

  void routes(Router router) {
    router.get("/v1/roles", this::roles);
    router.get("/v1/types", call -> ApiAnswer.ok(host.types(call.query("project"))));
    router.get("/v1/roles/{role}/brief", this::brief);
  }

  private ApiAnswer roles(ApiRequest call) {
    return ApiAnswer.ok(host.roles(call.query("project")));
  }

  private ApiAnswer brief(ApiRequest call) {
    String role = call.word("role");
    String project = call.query("project");
    String spec = call.file("spec");
    return ApiAnswer.ok(
        new RoleBrief(
            role,
            call.flag("raw") ? host.roleFile(role, project) : host.brief(role, project, spec)));
  }
}
