package dev.orc.workflows.project;

import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.policy.Joining;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The update {@code addRoles}: more roles for a team that is at work. */
final class AddRolesUpdate extends ProjectUpdate<RolesRequest> {
  private static final int LONGEST_NOTE = 2_000;
  private static final int LARGEST_TEAM = 50;

  AddRolesUpdate(ProjectContext context, Orchestration orchestration) {
    super(context, orchestration, RolesRequest::id);
  }

  @Override
  protected void check(RolesRequest request) {
    requireOpen();
    if (request.roles().isEmpty()) {
      throw Refusals.usage("no role was named");
    }
    Set<String> names = new HashSet<>();
    for (Role role : request.roles()) {
      requireNew(role, names);
    }
    for (Role role : request.roles()) {
      requireGrounds(role, names);
    }
    long present = context.roster().agents().stream().filter(Agent::reachable).count();
    if (present + names.size() > LARGEST_TEAM) {
      throw Refusals.refused("a team has " + LARGEST_TEAM + " roles at most");
    }
  }

  @Override
  protected Accepted act(RolesRequest request) {
    request.roles().forEach(this::join);
    List<String> names = request.roles().stream().map(Role::name).toList();
    context.enter(EntryKind.PERSON, request.by(), "added " + String.join(", ", names));
    return accepted(request, null);
  }

  private void join(Role role) {
    Roster roster = context.roster();
    roster.add(Joining.placed(roster.team(), role), context.now());
  }

  private void requireNew(Role role, Set<String> names) {
    boolean there = context.roster().find(role.name()).filter(Agent::reachable).isPresent();
    if (!names.add(role.name()) || there) {
      throw Refusals.refused("there is a role " + role.name() + " already");
    }
    if (role.leads() && context.roster().lead().isPresent()) {
      throw Refusals.refused(context.roster().lead().get().name() + " leads the team already");
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

  private void requireGrounds(Role role, Set<String> added) {
    for (String ground : role.startsAfter()) {
      if (!added.contains(ground)) {
        var unused = requireRole(ground);
      }
    }
  }
}
