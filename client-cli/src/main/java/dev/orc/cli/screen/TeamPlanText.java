package dev.orc.cli.screen;

import dev.orc.workflows.model.PlanCost;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A team with the reasons for it: what the project is, who is in, who is not, one line each.
 * Immutable.
 */
public record TeamPlanText(TeamPlan plan) {
  private static final String INDENT = "  ";

  public List<String> lines(int columns) {
    List<String> lines = new ArrayList<>();
    String sure = String.format(Locale.ROOT, "confidence %.2f", plan.confidence());
    wrap(lines, "Type: " + said(plan.type(), sure), columns);
    plan.typeReasons().forEach(reason -> wrap(lines, INDENT + Clean.line(reason), columns));
    wrap(lines, "Size: " + said(plan.size(), plan.sizeReason()), columns);
    wrap(lines, "Plan: " + said(plan.plan(), carried()), columns);
    lines.add("Team of " + plan.team().roles().size() + ", chosen by " + Clean.line(plan.source()));
    lines.addAll(team().lines(columns, INDENT));
    leftOut(lines, columns);
    offered(lines, columns);
    if (plan.cost() != null) {
      wrap(lines, "Cost: " + cost(plan.cost()), columns);
    }
    plan.notes().forEach(note -> wrap(lines, "Note: " + Clean.line(note), columns));
    return lines;
  }

  private static String said(String what, String why) {
    return Clean.line(why == null ? what : what + " (" + why + ")");
  }

  private String carried() {
    return plan.most() > 0 ? plan.most() + " roles at most" : "as many roles as the host carries";
  }

  private Table team() {
    Table table = new Table(List.of("ROLE", "PROGRAM", "EVERY", "PLACE", "WHY"), List.of("EVERY"));
    for (Role role : plan.team().roles()) {
      table.row(
          role.name(),
          role.program() == null ? "" : role.program().driver(),
          role.checkInMinutes() == 0 ? "-" : role.checkInMinutes() + " min",
          place(role),
          why(role.name()));
    }
    return table;
  }

  /** Where it stands in the team, as far as that is not what every role does. */
  private static String place(Role role) {
    List<String> place = new ArrayList<>();
    if (role.leads()) {
      place.add("leads");
    }
    if (role.reportsTo() != null) {
      place.add("under " + role.reportsTo());
    }
    if (!role.startsAfter().isEmpty()) {
      place.add("after " + String.join("+", role.startsAfter()));
    }
    return String.join(", ", place);
  }

  private String why(String role) {
    return plan.choices().stream()
        .filter(choice -> choice.taken() && choice.role().equals(role))
        .map(RoleChoice::why)
        .collect(Collectors.joining("; "));
  }

  private void leftOut(List<String> lines, int columns) {
    List<RoleChoice> out = plan.choices().stream().filter(choice -> !choice.taken()).toList();
    if (!out.isEmpty()) {
      Table table = new Table(List.of("LEFT OUT", "WHY"), List.of());
      out.forEach(choice -> table.row(choice.role(), choice.why()));
      lines.addAll(table.lines(columns, INDENT));
    }
  }

  /** What a team is expected to cost, marked as the estimate that it is. */
  public static String cost(PlanCost cost) {
    String sure =
        "%d %s, %d check-ins an hour"
            .formatted(
                cost.agents(), cost.agents() == 1 ? "agent" : "agents", cost.checkInsAnHour());
    String minutes =
        cost.runs() == 0
            ? ""
            : cost.minutes() == 0 ? ", less than a minute" : ", about " + cost.minutes() + " min";
    String tokens =
        cost.tokens() == 0
            ? ""
            : String.format(
                Locale.ROOT, ", about %,d thousand tokens", (cost.tokens() + 999) / 1000);
    return Clean.line(sure + minutes + tokens + " (" + cost.basis() + ")");
  }

  private void offered(List<String> lines, int columns) {
    if (!plan.offers().isEmpty()) {
      Table table = new Table(List.of("COULD BE ADDED", "PHASE", "WHY"), List.of());
      plan.offers().forEach(offer -> table.row(offer.role(), offer.phase(), offer.why()));
      lines.addAll(table.lines(columns, INDENT));
    }
  }

  private static void wrap(List<String> lines, String line, int columns) {
    int start = line.length() - line.stripLeading().length();
    String indent = " ".repeat(start + INDENT.length());
    List<String> wrapped = Width.wrapped(line.strip(), Math.max(20, columns - indent.length()));
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? " ".repeat(start) : indent) + wrapped.get(i));
    }
  }
}
