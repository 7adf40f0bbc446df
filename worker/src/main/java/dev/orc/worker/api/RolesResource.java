package dev.orc.worker.api;

import dev.orc.worker.host.HostSide;
import dev.orc.workflows.model.RoleBrief;

/** The roles there are, and what each would be told. Thread-safe. */
final class RolesResource {
  private final HostSide host;

  RolesResource(HostSide host) {
    this.host = host;
  }

  void routes(Router router) {
    router.get("/v1/roles", this::roles);
    router.get("/v1/roles/{role}/brief", this::brief);
  }

  private Answer roles(Call call) {
    return Answer.ok(host.roles(call.query("project")));
  }

  private Answer brief(Call call) {
    String role = call.word("role");
    String project = call.query("project");
    String spec = call.file("spec");
    return Answer.ok(
        new RoleBrief(
            role,
            call.flag("raw") ? host.roleFile(role, project) : host.brief(role, project, spec)));
  }
}
