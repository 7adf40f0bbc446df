package dev.orc.worker.api;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.orc.activities.Refusal;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.TimelineEntry;
import java.util.List;

/** What an orchestration can be asked, beyond its status. Thread-safe. */
final class QueriesResource {
  private final Orchestrations orchestrations;

  QueriesResource(Orchestrations orchestrations) {
    this.orchestrations = orchestrations;
  }

  void routes(Router router) {
    router.get("/v1/projects/{project}/inbox", this::inbox);
    router.get("/v1/projects/{project}/checkins", this::checkIns);
    router.get("/v1/projects/{project}/timeline", this::timeline);
  }

  List<TimelineEntry> timeline(String project, long since) {
    return list(project, "timeline", new TypeReference<List<TimelineEntry>>() {}, since);
  }

  private Answer inbox(Call call) {
    TypeReference<List<Letter>> letters = new TypeReference<>() {};
    return Answer.ok(list(call.project(), "inbox", letters, call.query("role")));
  }

  private Answer checkIns(Call call) {
    return Answer.ok(list(call.project(), "checkIns", new TypeReference<List<CheckIn>>() {}));
  }

  private Answer timeline(Call call) {
    long since = call.number("since");
    if (since < 0) {
      throw new Refusal(
          Refusal.Kind.USAGE, "'since' is the number of an entry", "leave it out for all");
    }
    return Answer.ok(timeline(call.project(), since));
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> list(
      String project, String query, TypeReference<List<T>> type, Object... arguments) {
    return (List<T>) orchestrations.query(project, query, List.class, type.getType(), arguments);
  }
}
