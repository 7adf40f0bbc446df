package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.plan.team.Teams;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.TeamAddition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes roles of the library for a team that is at work. Thread-safe. */
public final class AddedRoles {
  private final Function<Path, Config> configOf;
  private final Function<Path, Teams> teamsOf;
  private final Function<String, Optional<String>> unusable;

  /**
   * @param configOf what counts in a project, by its root
   * @param teamsOf makes teams of the roles that count in a project, by its root
   * @param unusable why a driver's program can not be used here, by the driver's name
   */
  public AddedRoles(
      Function<Path, Config> configOf,
      Function<Path, Teams> teamsOf,
      Function<String, Optional<String>> unusable) {
    this.configOf = configOf;
    this.teamsOf = teamsOf;
    this.unusable = unusable;
  }

  /**
   * The roles that are asked for, as the library knows them.
   *
   * @param project the repository's root, whose own configuration counts
   * @param present the roles that the team has, so that the new ones know whom to talk to
   * @throws Refusal when there is no such role, or its program can not be used
   */
  public List<Role> of(Path project, List<String> present, TeamAddition asked) {
    if (asked.roles().isEmpty()) {
      throw new Refusal(Kind.USAGE, "no role is named", "orc team roles lists them");
    }
    Teams teams = teamsOf.apply(project);
    List<String> added = asked.roles().stream().map(teams::requireRole).toList();
    List<String> after = asked.startsAfter().stream().map(RoleLibrary::canonical).toList();
    Config configured = configOf.apply(project);
    List<String> whole = new ArrayList<>(added);
    present.stream()
        .filter(name -> known(teams, name) && !whole.contains(name))
        .forEach(whole::add);
    Function<String, Program> programs = name -> program(configured, name, asked.driver());
    Set<String> wanted = Set.copyOf(added);
    List<Role> roles =
        teams.of(distinct(added, whole), programs).roles().stream()
            .filter(role -> wanted.contains(role.name()))
            .map(role -> changed(role, present, asked.task(), after))
            .toList();
    roles.stream().map(role -> role.program().driver()).distinct().forEach(this::requireUsable);
    return roles;
  }

  /** A role that is named twice is refused where teams are made. */
  private static List<String> distinct(List<String> added, List<String> whole) {
    return Set.copyOf(added).size() == added.size() ? whole : added;
  }

  private static boolean known(Teams teams, String name) {
    return teams.roles().contains(RoleLibrary.base(name));
  }

  private static Program program(Config configured, String role, String driver) {
    Program usual = configured.program(role);
    return driver == null || driver.equals(usual.driver()) ? usual : Program.of(driver);
  }

  /** Who joins leads nobody who is there. */
  private static Role changed(Role role, List<String> present, String task, List<String> after) {
    return new Role(
        role.name(),
        role.duty(),
        role.leads() && present.isEmpty(),
        role.checkInMinutes(),
        role.branchPrefix(),
        role.talksTo(),
        role.waitsFor(),
        after.isEmpty() ? role.startsAfter() : after,
        role.reportsTo(),
        task,
        role.program());
  }

  private void requireUsable(String driver) {
    unusable
        .apply(driver)
        .ifPresent(
            why -> {
              throw new Refusal(Kind.FAILED, why, "or choose another program with --driver");
            });
  }
}
