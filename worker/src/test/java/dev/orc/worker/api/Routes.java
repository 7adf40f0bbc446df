package dev.orc.worker.api;

import dev.orc.workflows.model.HostFolders;
import java.util.Map;

/** All routes, over resources that are never asked. */
final class Routes {
  private Routes() {}

  static Router all() {
    Router router = new Router();
    new HealthResource(null, null, null, null, null, null).routes(router);
    new ProjectsResource(null, null, null, null, null).routes(router);
    new QueueResource(null, null, null).routes(router);
    new ReportsResource(null, null).routes(router);
    new ResearchResource(null, null).routes(router);
    new NightResource(null, null, null, null, null, null).routes(router);
    new SummaryResource(null, null, null).routes(router);
    new SpecsResource(null).routes(router);
    new TeamResource(null).routes(router);
    new TrustResource(null, null).routes(router);
    new UpdatesResource(null).routes(router);
    new ForceResource(null, null, null, null).routes(router);
    new QueriesResource(null).routes(router);
    new HostResource(null, null, null).routes(router);
    new AnswersResource(null, null).routes(router);
    new BranchesResource(null, null).routes(router);
    new NoticesResource(null, null).routes(router);
    new RolesResource(null).routes(router);
    new AddedRolesResource(null, null, null).routes(router);
    new CodecResource(HostFolders.of(Map.of("ORC_HOME", "/nonexistent"))).routes(router);
    new OpenApiResource().routes(router);
    new MetricsResource(null, null, null, null, null, null).routes(router);
    try (EventsResource events = new EventsResource(null, null, null)) {
      events.routes(router);
    }
    return router;
  }
}
