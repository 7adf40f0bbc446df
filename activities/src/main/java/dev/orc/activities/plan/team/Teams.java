package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Team;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts teams together from the roles of a library. Immutable. */
public final class Teams {
  /** The type of every team until there is a planner. */
  public static final String TYPE = "code_project";

  private static final List<String> DEFAULT_TEAM =
      List.of("orchestrator", "project-manager", "developer", "tester", "testrunner");

  private final RoleLibrary library;

  /** Of the roles that come with orc. */
  public Teams() {
    this(RoleLibrary.bundled());
  }

  public Teams(RoleLibrary library) {
    this.library = library;
  }

  /** The names of all roles. */
  public List<String> roles() {
    return library.names();
  }

  /**
   * The name as roles are called here: {@code Project_Manager} is {@code project-manager}.
   *
   * @throws Refusal when there is no such role
   */
  public String requireRole(String given) {
    String name = RoleLibrary.canonical(given);
    if (AgentName.WORD.matcher(name).matches() && library.role(name).isPresent()) {
      return name;
    }
    String guess =
        Nearest.to(name, library.names()).map(near -> "did you mean " + near + "? ").orElse("");
    throw new Refusal(
        Kind.USAGE,
        "there is no role '" + given.replaceAll("\\p{Cntrl}", " ") + "'",
        guess + "the roles are " + String.join(", ", library.names()));
  }

  /**
   * A team of the named roles, the default team when none is named.
   *
   * @param programs which program fills a role, by the role's name
   * @throws Refusal when there is no such role
   */
  public Team of(List<String> names, Function<String, Program> programs) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? DEFAULT_TEAM : names) {
      String canonical = requireRole(name);
      if (!wanted.add(canonical)) {
        throw new Refusal(
            Kind.USAGE,
            "role " + canonical + " is named twice",
            "call the second one " + canonical + "-2");
      }
    }
    String lead = wanted.stream().filter(this::leads).findFirst().orElse(null);
    List<Role> roles = new ArrayList<>();
    for (String name : wanted) {
      roles.add(role(name, name.equals(lead), programs.apply(name), wanted));
    }
    return new Team(TYPE, roles);
  }

  /** A team has one lead: the first of the roles that can be it. */
  private boolean leads(String name) {
    return library.role(name).orElseThrow().leads();
  }

  private Role role(String name, boolean leads, Program program, Set<String> team) {
    LibraryRole core = library.role(name).orElseThrow();
    return new Role(
        name,
        core.duty(),
        leads,
        core.minutes(),
        core.branch(),
        core.talksTo().isEmpty() ? List.of() : withNumbered(core.talksTo(), team),
        withNumbered(core.waitsFor(), team).stream().filter(team::contains).toList(),
        program);
  }

  /** Who may write to the developer may write to the second developer too. */
  private static List<String> withNumbered(List<String> roles, Set<String> team) {
    Set<String> all = new LinkedHashSet<>(roles);
    team.stream().filter(name -> roles.contains(RoleLibrary.base(name))).forEach(all::add);
    return List.copyOf(all);
  }
}
