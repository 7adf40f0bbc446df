package dev.orc.worker.api;

import dev.orc.worker.orchestration.Telling;
import dev.orc.worker.orchestration.TypedUpdate;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.policy.AgentRights.Deed;
import dev.orc.workflows.project.ProjectWorkflow;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Everything that an open orchestration can be told. Thread-safe. */
final class UpdatesResource {
  private static final Named<CancelCheckIn> CANCEL =
      new Named<>(
          CancelCheckIn.class,
          CancelCheckIn::id,
          CancelCheckIn::by,
          (said, by) -> new CancelCheckIn(said.id(), by, said.checkIn()));
  private static final Named<RolesRequest> ROLES =
      new Named<>(
          RolesRequest.class,
          RolesRequest::id,
          RolesRequest::by,
          (said, by) -> new RolesRequest(said.id(), by, said.roles()));
  private static final Named<RoleRequest> ROLE =
      new Named<>(
          RoleRequest.class,
          RoleRequest::id,
          RoleRequest::by,
          (said, by) -> new RoleRequest(said.id(), by, said.role(), said.reason()));
  private static final Named<AuthorizeRequest> AUTHORIZE =
      new Named<>(
          AuthorizeRequest.class,
          AuthorizeRequest::id,
          AuthorizeRequest::by,
          (said, by) ->
              new AuthorizeRequest(
                  said.id(), by, said.authorization(), said.granted(), said.note()));
  private static final Named<Request> REQUEST =
      new Named<>(
          Request.class,
          Request::id,
          Request::by,
          (said, by) -> new Request(said.id(), by, said.reason()));

  private final Telling telling;

  UpdatesResource(Telling telling) {
    this.telling = telling;
  }

  void routes(Router router) {
    router.post(path("/messages"), Deed.SEND, this::send);
    router.post(path("/reports"), Deed.REPORT, this::report);
    router.post(path("/checkins"), Deed.CHECK_IN, this::checkIn);
    tell(router, "/checkins/cancel", ProjectWorkflow::cancelCheckIn, Deed.CHECK_IN, CANCEL);
    tell(router, "/roles", ProjectWorkflow::addRoles, null, ROLES);
    tell(router, "/roles/remove", ProjectWorkflow::removeRole, Deed.CHANGE_TEAM, ROLE);
    tell(router, "/rebrief", ProjectWorkflow::rebrief, Deed.CHANGE_TEAM, ROLE);
    tell(router, "/authorize", ProjectWorkflow::authorize, Deed.AUTHORIZE, AUTHORIZE);
    tell(router, "/pause", ProjectWorkflow::pause, null, REQUEST);
    tell(router, "/resume", ProjectWorkflow::resume, null, REQUEST);
    tell(router, "/finish", ProjectWorkflow::finish, null, REQUEST);
    tell(router, "/stop", ProjectWorkflow::stop, null, REQUEST);
  }

  private ApiAnswer send(ApiRequest call) {
    return ApiAnswer.accepted(
        telling.send(call.caller(), call.project(), call.body(Message.class)));
  }

  private ApiAnswer report(ApiRequest call) {
    return ApiAnswer.accepted(
        telling.report(call.caller(), call.project(), call.body(Report.class)));
  }

  private ApiAnswer checkIn(ApiRequest call) {
    CheckInRequest request = call.body(CheckInRequest.class);
    return ApiAnswer.accepted(telling.checkIn(call.caller(), call.project(), request));
  }

  private <T> void tell(
      Router router,
      String path,
      BiFunction<ProjectWorkflow, T, Accepted> method,
      Deed deed,
      Named<T> named) {
    TypedUpdate<ProjectWorkflow, T> update = TypedUpdate.ofProject(method);
    router.post(
        path(path),
        deed,
        call -> {
          T said = call.body(named.type());
          String by = call.caller().by(call.project(), named.by().apply(said));
          String id = named.id().apply(said);
          return ApiAnswer.accepted(
              telling.tell(call.project(), by, update, id, () -> named.saidBy().apply(said, by)));
        });
  }

  /** Where a request holds its id and who asks, and the same asked by whoever the token names. */
  private record Named<T>(
      Class<T> type,
      Function<T, String> id,
      Function<T, String> by,
      BiFunction<T, String, T> saidBy) {}

  private static String path(String rest) {
    return "/v1/projects/{project}" + rest;
  }
}
