package dev.orc.cli.branch;

import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.Table;
import dev.orc.cli.screen.Width;
import dev.orc.workflows.model.MergeForecast;
import dev.orc.workflows.model.RoleSync;
import dev.orc.workflows.model.SyncStatus;
import java.util.ArrayList;
import java.util.List;

/** How branches stand, as lines: a table of roles, then each conflict with its files. */
final class SyncText {
  private static final int FILES = 5;

  private final Paint paint;
  private final int columns;

  /**
   * @param columns how wide the terminal is
   */
  SyncText(Paint paint, int columns) {
    this.paint = paint;
    this.columns = columns;
  }

  List<String> lines(SyncStatus status) {
    List<String> lines = new ArrayList<>();
    String commit = BranchHead.abbreviated(status.commit());
    String over = status.over() ? ", over" : "";
    lines.add(
        paint.bold(Clean.line(status.project() + over + ": " + status.branch() + " at " + commit)));
    if (status.roles().isEmpty()) {
      lines.add("No role has a worktree yet.");
      return lines;
    }
    lines.addAll(roles(status.roles()).lines(columns, ""));
    lines.add("");
    lines.addAll(forecast(status));
    return lines;
  }

  private static Table roles(List<RoleSync> roles) {
    Table table =
        new Table(
            List.of("ROLE", "AHEAD", "BEHIND", "UNCOMMITTED", "BRANCH"),
            List.of("AHEAD", "BEHIND", "UNCOMMITTED"));
    for (RoleSync role : roles) {
      if (role.fault() == null) {
        String branch = role.branch() == null ? "(detached)" : role.branch();
        table.row(role.role(), role.ahead(), role.behind(), role.uncommitted(), branch);
      } else {
        table.row(role.role(), "", "", "", role.fault());
      }
    }
    return table;
  }

  private List<String> forecast(SyncStatus status) {
    if (status.unforeseen() != null) {
      return List.of(paint.yellow(cut("Note: " + status.unforeseen())));
    }
    List<MergeForecast> against = status.forecasts().stream().filter(one -> !one.clean()).toList();
    if (against.isEmpty()) {
      return List.of(paint.green("No conflicts foreseen."));
    }
    return against.stream().map(one -> paint.red(cut(line(one, status.branch())))).toList();
  }

  private static String line(MergeForecast one, String branch) {
    String other = one.second() == null ? branch : one.second();
    String both = one.first() + " and " + other;
    if (one.fault() != null) {
      return both + " cannot be merged: " + one.fault();
    }
    List<String> files = one.conflicts();
    String shown = String.join(", ", files.subList(0, Math.min(FILES, files.size())));
    String more = files.size() > FILES ? " and " + (files.size() - FILES) + " more" : "";
    return both + " would conflict in " + shown + more;
  }

  private String cut(String line) {
    return Width.cut(Clean.line(line), columns);
  }
}
