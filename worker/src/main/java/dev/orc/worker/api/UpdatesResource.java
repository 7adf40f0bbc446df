package dev.orc.worker.api;

import dev.orc.worker.orchestration.Telling;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import java.util.List;
import java.util.function.Function;

/** Everything that an open orchestration can be told. Thread-safe. */
final class UpdatesResource {
  private static final List<String> VERBS = List.of("pause", "resume", "finish", "stop");

  private final Telling telling;

  UpdatesResource(Telling telling) {
    this.telling = telling;
  }

  void routes(Router router) {
    router.post(path("messages"), this::send);
    router.post(path("reports"), this::report);
    router.post(path("checkins"), this::checkIn);
    tell(
        router,
        "checkins/cancel",
        "cancelCheckIn",
        CancelCheckIn.class,
        named(CancelCheckIn::id, CancelCheckIn::by));
    tell(
        router, "roles", "addRoles", RolesRequest.class, named(RolesRequest::id, RolesRequest::by));
    tell(
        router,
        "roles/remove",
        "removeRole",
        RoleRequest.class,
        named(RoleRequest::id, RoleRequest::by));
    tell(router, "rebrief", "rebrief", RoleRequest.class, named(RoleRequest::id, RoleRequest::by));
    tell(
        router,
        "authorize",
        "authorize",
        AuthorizeRequest.class,
        named(AuthorizeRequest::id, AuthorizeRequest::by));
    for (String verb : VERBS) {
      tell(router, verb, verb, Request.class, named(Request::id, Request::by));
    }
  }

  private Answer send(Call call) {
    return Answer.accepted(telling.send(call.project(), call.body(Message.class)));
  }

  private Answer report(Call call) {
    return Answer.accepted(telling.report(call.project(), call.body(Report.class)));
  }

  private Answer checkIn(Call call) {
    return Answer.accepted(telling.checkIn(call.project(), call.body(CheckInRequest.class)));
  }

  private <T> void tell(Router router, String path, String update, Class<T> type, Named<T> named) {
    router.post(
        path(path),
        call -> {
          T body = call.body(type);
          String by = named.by().apply(body);
          String id = named.id().apply(body);
          return Answer.accepted(telling.tell(call.project(), by, update, id, () -> body));
        });
  }

  /** Where a request holds its id and its caller. */
  private record Named<T>(Function<T, String> id, Function<T, String> by) {}

  private static <T> Named<T> named(Function<T, String> id, Function<T, String> by) {
    return new Named<>(id, by);
  }

  private static String path(String rest) {
    return "/v1/projects/{project}/" + rest;
  }
}
