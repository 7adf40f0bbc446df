package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.detect.RequestedWords;
import dev.orc.activities.plan.detect.Traits;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans a team without asking anybody: from the project's type, size and traits, the account's
 * plan, and what was wished. Every role that was thought of gets one line of reason. Immutable.
 */
public final class TeamPlanner {
  private static final int THREE = 3;

  private final Teams teams;
  private final TeamTypes types;
  private final RoleLibrary library;
  private final TeamWorkflows workflows;

  /**
   * @param types with their teams
   * @param workflows that can be taken as they are
   */
  public TeamPlanner(RoleLibrary library, TeamTypes types, TeamWorkflows workflows) {
    this.library = library;
    this.teams = new Teams(library);
    this.types = types;
    this.workflows = workflows;
  }

  /**
   * The team for the question.
   *
   * @throws Refusal when a wish can not be fulfilled
   */
  public TeamPlan plan(TeamQuestion question) {
    TeamWish wish = question.wish();
    if (wish.file() != null) {
      return new TeamFile(Path.of(wish.file()), teams, types, this::shaped).read(question);
    }
    if (wish.tiers() != 0 && wish.tiers() != 2 && wish.tiers() != THREE) {
      throw new Refusal(
          Kind.USAGE,
          "a team has 2 or 3 tiers, not " + wish.tiers(),
          "leave it out for the usual two");
    }
    Frame frame = Frame.of(question, types.known());
    if (wish.workflow() != null) {
      return inWorkflow(question, frame, workflows.require(wish.workflow()));
    }
    return wish.roles().isEmpty() ? planned(question, frame) : asked(question, frame);
  }

  /** A team of these roles, each in its place as the wish has it: tiers, phases. */
  public Team team(String type, List<String> names, TeamQuestion question) {
    return new Team(type, shaped(types.of(type), names, question));
  }

  private List<Role> shaped(TeamType type, List<String> names, TeamQuestion question) {
    List<Role> roles =
        teams.of(names, question.programs()).roles().stream()
            .map(role -> role.waitingFor(type.before(role.name(), names)))
            .toList();
    List<Role> placed = question.wish().tiers() == THREE ? Tiers.of(roles).placed(roles) : roles;
    return question.wish().phased()
        ? TeamPhases.ordered(placed, role -> TeamPhases.place(type.phases(), role, stage(role)))
        : placed;
  }

  private TeamPlan planned(TeamQuestion question, Frame frame) {
    TeamWish wish = question.wish();
    TeamType type = types.of(frame.type().type());
    TeamSeats seats = new TeamSeats(role -> needs(type, role));
    RoleSelection.Seen seen =
        new RoleSelection.Seen(
            Traits.of(question.files(), question.spec()),
            question.files(),
            RequestedWords.of(question.spec()));
    Specialists specialists = new Specialists(type, teams, question.records());
    new RoleSelection(seats, type, seen, frame.heads(), frame.size().size())
        .choose(askedFor(wish, specialists));
    if (wish.tiers() == THREE) {
      new ManagerSeats(seats, type.keep().get(0), frame.plan()).take();
    }
    List<String> order = ordered(seats.roles(), type, wish.tiers() == THREE);
    return made(question, frame, "planner", order, seats.choices(order), List.of())
        .withOffers(specialists.offers(order, frame.heads().carried()));
  }

  private List<RoleSelection.Asked> askedFor(TeamWish wish, Specialists specialists) {
    return Stream.concat(
            canonical(wish.addRoles()).stream()
                .map(role -> new RoleSelection.Asked(role, "asked for")),
            specialists.asked(wish.phase()).stream())
        .toList();
  }

  /** The roles of a workflow, each after those of the phase before; nothing is cut. */
  private TeamPlan inWorkflow(TeamQuestion question, Frame frame, TeamWorkflow workflow) {
    refuseBeside(question.wish());
    List<String> names = new ArrayList<>(workflow.roles());
    canonical(question.wish().addRoles()).stream()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    List<RoleChoice> choices =
        names.stream()
            .map(
                name ->
                    new RoleChoice(
                        name,
                        true,
                        workflow.roles().contains(name) ? workflow.why(name) : "asked for"))
            .toList();
    List<String> notes = new ArrayList<>(warnings(names, frame));
    notes.addAll(workflow.lines());
    TeamPlan plan = made(question, frame, "workflow", names, choices, notes);
    List<Role> placed = TeamPhases.inWorkflow(plan.team().roles(), workflow);
    return plan.withTeam(new Team(plan.team().type(), placed));
  }

  private static void refuseBeside(TeamWish wish) {
    if (!wish.roles().isEmpty()
        || wish.tiers() != 0
        || wish.phase() != null
        || wish.size() != null
        || wish.maxSize() != null) {
      throw new Refusal(
          Kind.USAGE,
          "a workflow is taken as it is: it says the roles and the phases",
          "leave out roles, size, tiers and phase, or add roles with --add-roles");
    }
  }

  /** Exactly the roles that were named: neither plan nor size takes one away. */
  private TeamPlan asked(TeamQuestion question, Frame frame) {
    List<String> names = new ArrayList<>(canonical(question.wish().roles()));
    canonical(question.wish().addRoles()).stream()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    if (question.wish().tiers() == THREE && names.stream().noneMatch(Tiers::manages)) {
      throw new Refusal(
          Kind.USAGE,
          "three tiers need a " + Tiers.MANAGER + ", and none is among the roles",
          "add it to --roles, once for each group of engineers");
    }
    List<RoleChoice> choices =
        names.stream().map(name -> new RoleChoice(name, true, "asked for")).toList();
    return made(question, frame, "roles", names, choices, warnings(names, frame));
  }

  private List<String> warnings(List<String> names, Frame frame) {
    AccountPlan plan = frame.plan();
    TeamType type = types.of(frame.type().type());
    List<String> notes = new ArrayList<>();
    if (names.size() > plan.cap()) {
      notes.add(
          "%d roles were asked for, and plan %s carries %d: expect usage limits"
              .formatted(names.size(), plan.word(), plan.most()));
    }
    for (String name : names) {
      needs(type, name).stream()
          .filter(needed -> names.stream().map(RoleLibrary::base).noneMatch(needed::equals))
          .forEach(needed -> notes.add(name + " usually needs " + needed + ", which is left out"));
    }
    return notes;
  }

  private TeamPlan made(
      TeamQuestion question,
      Frame frame,
      String source,
      List<String> order,
      List<RoleChoice> choices,
      List<String> notes) {
    String type = frame.type().type();
    return new TeamPlan(
        type,
        frame.type().confidence(),
        frame.type().reasons(),
        frame.size().size().word(),
        frame.size().reason(),
        frame.plan().word(),
        frame.plan().most(),
        source,
        choices,
        notes,
        team(type, order, question));
  }

  private List<String> needs(TeamType type, String role) {
    return type.needs(role).or(() -> library.role(role).map(LibraryRole::needs)).orElse(List.of());
  }

  private int stage(String role) {
    return library.role(role).map(LibraryRole::stage).orElse(1);
  }

  private List<String> canonical(List<String> names) {
    return names.stream().map(teams::requireRole).toList();
  }

  /** The order in which they are launched: that of the type, then that of the library. */
  private List<String> ordered(List<String> seated, TeamType type, boolean managed) {
    List<String> order =
        Stream.of(type.core(), type.optional(), type.more(), teams.roles())
            .flatMap(List::stream)
            .toList();
    String lead = type.keep().get(0);
    return seated.stream()
        .sorted(
            Comparator.comparing((String role) -> !role.equals(lead))
                .thenComparing(role -> managed && !Tiers.manages(role))
                .thenComparing(role -> place(role, order)))
        .toList();
  }

  private static int place(String role, List<String> order) {
    int exact = order.indexOf(role);
    int place = exact < 0 ? order.indexOf(RoleLibrary.base(role)) : exact;
    return place < 0 ? order.size() : place;
  }
}
