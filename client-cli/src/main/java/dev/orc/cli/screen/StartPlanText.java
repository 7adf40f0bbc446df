package dev.orc.cli.screen;

import dev.orc.workflows.model.PlannedWorktree;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that a start would do: project, spec, team, worktrees, windows, settings. Immutable. */
public record StartPlanText(Started planned) {
  private static final String INDENT = "  ";

  public List<String> lines(int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Clean.line(
            "Would start %s in %s (%s)"
                .formatted(planned.project(), planned.directory(), planned.team().type())));
    if (planned.created()) {
      lines.add("The repository would be made; its first commit holds the spec.");
    }
    if (planned.branch() != null) {
      String where = "Work begins on %s and comes back to it; your checkout stays as it is.";
      lines.add(Clean.line(where.formatted(planned.branch())));
    }
    lines.add("Spec: " + (planned.title() == null ? "" : Clean.line(planned.title())));
    planned.verify().forEach(command -> lines.add(INDENT + "verify: " + Clean.line(command)));
    if (planned.plan() == null) {
      lines.add("Team: " + team(planned.team()));
    } else {
      lines.addAll(new TeamPlanText(planned.plan()).lines(columns));
    }
    lines.addAll(worktrees(columns));
    lines.addAll(windows(columns));
    planned
        .asked()
        .forEach(line -> lines.add("The repository asks, not allowed yet: " + Clean.line(line)));
    planned.settings().forEach(setting -> lines.add("Setting: " + Clean.line(setting)));
    return lines;
  }

  /** The roles on one line, each with its program. */
  public static String team(Team team) {
    return Clean.line(
        team.roles().stream().map(StartPlanText::filled).collect(Collectors.joining(", ")));
  }

  /** A window's command line, its words apart. */
  public static String command(SideWindow window) {
    return Clean.line(
        window.command().stream()
            .map(word -> word.isEmpty() || word.contains(" ") ? "'" + word + "'" : word)
            .collect(Collectors.joining(" ")));
  }

  private static String filled(Role role) {
    return role.name() + (role.program() == null ? "" : " (" + role.program().driver() + ")");
  }

  private List<String> worktrees(int columns) {
    if (planned.worktrees().isEmpty()) {
      return List.of();
    }
    Table table = new Table(List.of("WORKTREE OF", "BRANCH", "PATH"), List.of()).keepingEnds();
    for (PlannedWorktree one : planned.worktrees()) {
      table.row(one.role(), one.branch() == null ? "(detached)" : one.branch(), one.path());
    }
    return table.lines(columns, INDENT);
  }

  private List<String> windows(int columns) {
    if (planned.windows().isEmpty()) {
      return List.of();
    }
    Table table = new Table(List.of("WINDOW", "RUNS", "WHY"), List.of());
    for (SideWindow window : planned.windows()) {
      String command = window.command().isEmpty() ? "your shell" : command(window);
      table.row(window.name(), command, window.why());
    }
    return table.lines(columns, INDENT);
  }
}
