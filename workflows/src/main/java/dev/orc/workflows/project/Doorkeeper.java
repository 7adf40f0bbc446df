package dev.orc.workflows.project;

import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.policy.DueTimes;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses what can not be done, before it leaves any trace in the history; changes nothing. What
 * was accepted before is never refused.
 */
final class Doorkeeper {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_ID = 80;
  private static final int LARGEST_TEAM = 50;
  private static final int MOST_AUTHORIZATIONS = 50;
  private static final int MOST_CHECK_INS = 100;
  private static final int LONGEST_NAME = 100;

  private final Desk desk;

  Doorkeeper(Desk desk) {
    this.desk = desk;
  }

  void send(Message message) {
    if (known(message.id())) {
      return;
    }
    open();
    words(message.from(), "who sends it");
    words(message.to(), "who gets it");
    if (message.from().length() > LONGEST_NAME
        || message.inReplyTo() != null && message.inReplyTo().length() > LONGEST_NAME) {
      throw Refusals.usage(
          "a sender's name and an id have " + LONGEST_NAME + " characters at most");
    }
    if (message.text() != null && message.text().length() > Message.INLINE_CHARACTERS * 4) {
      throw Refusals.usage("the text is too long for history: put it into a file of the host");
    }
    boolean all = message.to().equals(Message.ALL);
    if (!all) {
      reachable(message.to());
    }
    int copies = all ? desk.roster().agents().size() : 1;
    if (!desk.mailroom().hasRoomFor(message, copies)) {
      throw Refusals.refused(
          "inbox full: too much is waiting for agents that are busy or gone; see what waits with:"
              + " orc inbox "
              + desk.project());
    }
  }

  void report(Report report) {
    if (known(report.id())) {
      return;
    }
    words(report.role(), "who reports");
    role(report.role());
    if (report.kind() == null) {
      throw Refusals.usage("a report needs a kind");
    }
    if (report.kind() == ReportKind.AUTHORIZATION
        && desk.state().authorizations().all().size() >= MOST_AUTHORIZATIONS) {
      throw Refusals.refused(
          MOST_AUTHORIZATIONS + " requests for authorization wait for an answer already");
    }
    if (report.kind() == ReportKind.ANSWER && blank(report.inReplyTo())) {
      throw Refusals.usage("an answer needs the id of the message that it answers");
    }
  }

  void checkIn(CheckInRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    words(request.note(), "a note");
    words(request.to(), "who gets it");
    reachable(request.to());
    if (request.note().length() > LONGEST_NOTE || request.id().length() > LONGEST_ID) {
      throw Refusals.usage(
          "a check-in's note has " + LONGEST_NOTE + " characters, its id " + LONGEST_ID);
    }
    if (desk.state().checkIns().all().size() >= MOST_CHECK_INS) {
      throw Refusals.refused(
          "there are " + MOST_CHECK_INS + " check-ins at most; orc checkin remove drops one");
    }
    if (request.schedule() == null) {
      throw Refusals.usage("a check-in needs a time");
    }
    try {
      Instant first = DueTimes.first(request.schedule(), desk.now());
      if (first == null) {
        throw Refusals.usage("a check-in needs a time");
      }
    } catch (IllegalArgumentException wrong) {
      throw Refusals.usage(wrong.getMessage());
    }
  }

  void cancelCheckIn(CancelCheckIn request) {
    boolean there = desk.state().checkIns().find(request.checkIn()).isPresent();
    if (!known(request.id()) && !there) {
      throw Refusals.notFound("there is no check-in " + request.checkIn());
    }
  }

  void addRoles(RolesRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    if (request.roles().isEmpty()) {
      throw Refusals.usage("no role was named");
    }
    Set<String> names = new HashSet<>();
    for (Role role : request.roles()) {
      newRole(role, names);
    }
    for (Role role : request.roles()) {
      knownGrounds(role, names);
    }
    long present = desk.roster().agents().stream().filter(Agent::reachable).count();
    if (present + names.size() > LARGEST_TEAM) {
      throw Refusals.refused("a team has " + LARGEST_TEAM + " roles at most");
    }
  }

  void removeRole(RoleRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    Agent agent = role(request.role());
    if (agent.role().leads()) {
      throw Refusals.refused(request.role() + " leads the team and stays; orc stop ends it all");
    }
    if (desk.roster().agents().size() == 1) {
      throw Refusals.refused(request.role() + " is the last of the team; orc stop ends it all");
    }
  }

  void rebrief(RoleRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    if (!Message.ALL.equals(request.role())) {
      reachable(request.role());
    }
  }

  void authorize(AuthorizeRequest request) {
    boolean there = desk.state().authorizations().find(request.authorization()).isPresent();
    if (!known(request.id()) && !there) {
      throw Refusals.notFound("no open authorization has the id " + request.authorization());
    }
  }

  void whileOpen(Request request) {
    if (!known(request.id())) {
      open();
    }
  }

  void finish(Request request) {
    if (known(request.id())) {
      return;
    }
    open();
    Phase phase = desk.course().phase();
    if (phase == Phase.PREPARING) {
      throw Refusals.refused("nothing has been begun yet; orc stop ends it");
    }
  }

  /** Can always be asked, while it ends too. */
  void stop(Request request) {
    requireId(request.id());
  }

  private boolean known(String id) {
    requireId(id);
    return desk.state().ids().seen(id);
  }

  private static void requireId(String id) {
    if (blank(id) || id.length() > 100) {
      throw Refusals.usage("an update needs an id of 1 to 100 characters");
    }
  }

  private void open() {
    Phase phase = desk.course().phase();
    if (desk.course().ending() != null || phase == Phase.CLOSING || phase.over()) {
      throw Refusals.refused(desk.project() + " is ending, nothing more can be asked of it");
    }
  }

  private Agent role(String name) {
    return desk.roster()
        .find(name)
        .orElseThrow(() -> Refusals.notFound(desk.project() + " has no role " + name + team()));
  }

  private void reachable(String name) {
    if (!role(name).reachable()) {
      throw Refusals.refused(
          name + " has done its one task and is gone; orc team add brings it back");
    }
  }

  private String team() {
    return "; it has "
        + String.join(", ", desk.roster().agents().stream().map(Agent::name).toList());
  }

  private void newRole(Role role, Set<String> names) {
    boolean there = desk.roster().find(role.name()).filter(Agent::reachable).isPresent();
    if (!names.add(role.name()) || there) {
      throw Refusals.refused("there is a role " + role.name() + " already");
    }
    if (role.leads() && desk.roster().lead().isPresent()) {
      throw Refusals.refused(desk.roster().lead().get().name() + " leads the team already");
    }
    if (role.duty() != null && role.duty().length() > LONGEST_NOTE) {
      throw Refusals.usage("a role's duty has " + LONGEST_NOTE + " characters at most");
    }
    if (role.task() != null && (role.task().isBlank() || role.task().length() > LONGEST_NOTE)) {
      throw Refusals.usage("a task has 1 to " + LONGEST_NOTE + " characters");
    }
    if (role.temporary() && role.leads()) {
      throw Refusals.usage("who leads the team stays; " + role.name() + " can not be temporary");
    }
    if (role.program() == null) {
      throw Refusals.usage(role.name() + " needs a program");
    }
  }

  private void knownGrounds(Role role, Set<String> added) {
    for (String ground : role.startsAfter()) {
      if (!added.contains(ground)) {
        role(ground);
      }
    }
  }

  private static void words(String text, String what) {
    if (blank(text)) {
      throw missing(what);
    }
  }

  private static ApplicationFailure missing(String what) {
    return Refusals.usage("it does not say " + what);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
