package dev.orc.activities.team;

import dev.orc.activities.Refusal;
import dev.orc.activities.Refusal.Kind;
import dev.orc.activities.detect.Traits;
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

  public TeamPlanner(RoleLibrary library, TeamTypes types) {
    this.library = library;
    this.teams = new Teams(library);
    this.types = types;
  }

  /**
   * The team for the question.
   *
   * @throws Refusal when a wish can not be fulfilled
   */
  public TeamPlan plan(TeamQuestion question) {
    TeamWish wish = question.wish();
    if (wish.file() != null) {
      return new TeamFile(Path.of(wish.file()), teams, this::shaped).read(question);
    }
    if (wish.tiers() != 0 && wish.tiers() != 2 && wish.tiers() != THREE) {
      throw new Refusal(
          Kind.USAGE,
          "a team has 2 or 3 tiers, not " + wish.tiers(),
          "leave it out for the usual two");
    }
    Frame frame = Frame.of(question);
    return wish.roles().isEmpty() ? planned(question, frame) : asked(question, frame);
  }

  /** A team of these roles, each in its place as the wish has it: tiers, phases. */
  public Team team(String type, List<String> names, TeamQuestion question) {
    return new Team(type, shaped(names, question));
  }

  private List<Role> shaped(List<String> names, TeamQuestion question) {
    List<Role> roles = teams.of(names, question.programs()).roles();
    List<Role> placed = question.wish().tiers() == THREE ? Tiers.of(roles).placed(roles) : roles;
    return question.wish().phased() ? Phases.ordered(placed, this::stage) : placed;
  }

  private TeamPlan planned(TeamQuestion question, Frame frame) {
    TeamWish wish = question.wish();
    TeamType type = types.of(frame.type().type());
    Seating seating = new Seating(this::needs);
    new RoleSelection(
            seating,
            type,
            Traits.of(question.files(), question.spec()),
            frame.plan(),
            frame.size().size(),
            wish.size() != null)
        .choose(canonical(wish.addRoles()));
    if (wish.tiers() == THREE) {
      new ManagerSeats(seating, type.keep().get(0), frame.plan()).take();
    }
    List<String> order = ordered(seating.roles(), type, wish.tiers() == THREE);
    return made(question, frame, "planner", order, seating.choices(order), List.of());
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
    return made(question, frame, "roles", names, choices, warnings(names, frame.plan()));
  }

  private List<String> warnings(List<String> names, AccountPlan plan) {
    List<String> notes = new ArrayList<>();
    if (names.size() > plan.cap()) {
      notes.add(
          "%d roles were asked for, and plan %s carries %d: expect usage limits"
              .formatted(names.size(), plan.word(), plan.most()));
    }
    for (String name : names) {
      needs(name).stream()
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
    String type = frame.type().type().word();
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

  private List<String> needs(String role) {
    return library.role(role).map(LibraryRole::needs).orElse(List.of());
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
