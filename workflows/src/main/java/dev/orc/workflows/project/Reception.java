package dev.orc.workflows.project;

import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.policy.DueTimes;
import dev.orc.workflows.policy.Evidence;
import dev.orc.workflows.policy.Ids;
import dev.orc.workflows.policy.Joining;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts what was asked into the state; the main loop does the rest. Never waits, and fails only with
 * an ApplicationFailure: any other exception would stop the whole orchestration.
 */
final class Reception {
  private static final int LONGEST_REASON = 1_000;

  private final Desk desk;
  private final Orchestration orchestration;

  Reception(Desk desk, Orchestration orchestration) {
    this.desk = desk;
    this.orchestration = orchestration;
  }

  Accepted send(Message message) {
    return once(message.id(), () -> orchestration.posting().send(message));
  }

  Accepted report(Report report) {
    return once(report.id(), () -> orchestration.reports().take(report));
  }

  Accepted checkIn(CheckInRequest request) {
    Accepted accepted = once(request.id(), () -> add(request));
    boolean there = desk.state().checkIns().find(request.id()).isPresent();
    return accepted.note() == null || there
        ? accepted
        : new Accepted(accepted.id(), true, accepted.note());
  }

  Accepted cancelCheckIn(CancelCheckIn request) {
    return once(
        request.id(),
        () -> {
          desk.state().checkIns().cancel(request.checkIn());
          desk.enter("check-in", null, request.checkIn() + " dropped by " + request.by());
          return null;
        });
  }

  Accepted addRoles(RolesRequest request) {
    return once(
        request.id(),
        () -> {
          request.roles().forEach(this::join);
          List<String> names = request.roles().stream().map(Role::name).toList();
          desk.enter("person", request.by(), "added " + String.join(", ", names));
          return null;
        });
  }

  private void join(Role role) {
    Roster roster = desk.roster();
    roster.add(Joining.placed(roster.team(), role), desk.now());
  }

  Accepted removeRole(RoleRequest request) {
    return once(request.id(), () -> remove(request));
  }

  Accepted rebrief(RoleRequest request) {
    return once(request.id(), () -> briefAgain(request));
  }

  Accepted pause(Request request) {
    return once(
        request.id(),
        () -> {
          if (desk.course().paused()) {
            return "it was paused already";
          }
          desk.course().paused(true);
          desk.enter("person", request.by(), "paused" + because(request));
          return "urgent messages are still brought";
        });
  }

  Accepted resume(Request request) {
    return once(request.id(), () -> goOn(request));
  }

  Accepted authorize(AuthorizeRequest request) {
    return once(request.id(), () -> answer(request));
  }

  Accepted finish(Request request) {
    return once(
        request.id(),
        () -> {
          if (desk.course().phase() == Phase.INTEGRATING) {
            return "it is being integrated already";
          }
          String why = request.reason() == null ? "declared complete" : request.reason();
          desk.course().claim(request.by(), Texts.cut(why, LONGEST_REASON));
          desk.enter("person", request.by(), "declared it complete" + because(request));
          return afterFinish();
        });
  }

  Accepted stop(Request request) {
    return once(
        request.id(),
        () -> {
          boolean closing = desk.course().phase() == Phase.CLOSING;
          String why = request.reason() == null ? "stopped by " + request.by() : request.reason();
          desk.course().stop(Texts.cut(why, LONGEST_REASON));
          desk.enter("person", request.by(), "stopped" + because(request));
          return closing ? "it is closing already" : null;
        });
  }

  /** What an agent still owes shows only when the host has looked; what is known is said now. */
  private String afterFinish() {
    List<String> missing = new ArrayList<>(Evidence.unstarted(desk.roster().unstarted()));
    desk.state().authorizations().all().stream()
        .map(open -> open.by() + "'s request for authorization has no answer yet: " + open.what())
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      return "it goes back to work, since " + String.join("; ", missing);
    }
    return "the worktrees are looked at, then the branches are merged and verified; what is missing"
        + " goes back to the agents and shows in: orc timeline "
        + desk.project();
  }

  private String add(CheckInRequest request) {
    Instant due = DueTimes.first(request.schedule(), desk.now());
    CheckIn wanted =
        new CheckIn(
            request.id(),
            request.from(),
            request.to(),
            request.note(),
            request.schedule(),
            due,
            false);
    Optional<CheckIn> same = desk.state().checkIns().sameAs(wanted);
    if (same.isPresent()) {
      return "there is the same check-in already: " + same.get().id();
    }
    desk.state().checkIns().add(wanted);
    desk.enter("check-in", request.to(), "set by " + request.from() + ", " + request.schedule());
    return "due at " + due.truncatedTo(ChronoUnit.SECONDS);
  }

  private String remove(RoleRequest request) {
    Agent agent = desk.roster().find(request.role()).orElseThrow();
    orchestration.supervision().leave(agent, desk.now());
    boolean unstarted = agent.life() instanceof Life.Later;
    orchestration.phases().dropped(agent);
    agent.live(new Life.Removed(desk.now(), unstarted));
    desk.state().checkIns().cancelAllOf(agent.name());
    desk.state().needs().settleAll("gone/" + agent.name());
    int dropped = desk.mailroom().withdraw(agent.name(), any -> true, "expired", desk.now()).size();
    desk.enter("person", request.by(), "removed " + agent.name());
    return (unstarted ? "it had not started" : "its worktree stays")
        + (dropped == 0 ? "" : "; " + dropped + " messages were dropped");
  }

  private String briefAgain(RoleRequest request) {
    boolean all = Message.ALL.equals(request.role());
    String started = null;
    for (Agent agent : desk.roster().agents()) {
      if (all || agent.name().equals(request.role())) {
        if (agent.life() instanceof Life.GivenUp) {
          orchestration.supervision().revive(agent);
        } else if (agent.life() instanceof Life.Later && !all) {
          started = orchestration.phases().startNow(agent);
        } else if (agent.incarnation() > 0 && agent.reachable() && !waits(agent)) {
          String id = Ids.under(request.id(), agent.name());
          desk.post(orchestration.launches().brief(agent, MessageKind.REBRIEF, id));
        }
      }
    }
    desk.enter("person", request.by(), "had " + request.role() + " briefed again");
    return started;
  }

  private static boolean waits(Agent agent) {
    return agent.life() instanceof Life.Later;
  }

  private String goOn(Request request) {
    boolean paused = desk.course().paused();
    desk.course().paused(false);
    List<Agent> gone =
        desk.roster().agents().stream()
            .filter(agent -> agent.life() instanceof Life.GivenUp)
            .toList();
    gone.forEach(orchestration.supervision()::revive);
    if (!paused && gone.isEmpty()) {
      return "nothing was paused";
    }
    desk.enter("person", request.by(), "resumed" + because(request));
    return gone.isEmpty() ? null : gone.size() + " agents are tried again";
  }

  private String answer(AuthorizeRequest request) {
    Authorization asked = desk.state().authorizations().find(request.authorization()).orElseThrow();
    desk.state().authorizations().close(asked.id());
    desk.settleNeed(Escalations.need(asked.id()));
    String text =
        Wording.authorizationAnswered(asked, request.by(), request.granted(), request.note());
    desk.tell(MessageKind.WARNING, Ids.under(request.id(), asked.by()), asked.by(), text);
    desk.enter(
        "person",
        request.by(),
        (request.granted() ? "granted" : "denied") + " what " + asked.by() + " asked for");
    return null;
  }

  private Accepted once(String id, Supplier<String> act) {
    orchestration.drain().update();
    desk.bell().ring();
    return desk.state().ids().once(id, () -> Refusals.guard(act));
  }

  private static String because(Request request) {
    return request.reason() == null || request.reason().isBlank() ? "" : ": " + request.reason();
  }
}
