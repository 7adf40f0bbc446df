package dev.orc.activities.plan.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A planned team as the text of a file that a person may edit and give back. Stateless. */
public final class TeamFileText {
  private static final ObjectMapper QUOTING = new ObjectMapper();

  private TeamFileText() {}

  public static String of(TeamPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("# A team for orc; give it back with --team. What a role leaves out is as usual.");
    lines.add("type: " + plan.type());
    plan.typeReasons().forEach(reason -> lines.add("# " + line(reason)));
    lines.add("size: " + plan.size() + comment(plan.sizeReason()));
    lines.add("plan: " + plan.plan());
    lines.add("tiers: " + (any(plan, role -> role.reportsTo() != null) ? 3 : 2));
    lines.add("phased: " + any(plan, role -> !role.startsAfter().isEmpty()));
    lines.add("roles:");
    plan.team().roles().forEach(role -> role(lines, role, plan));
    plan.choices().stream()
        .filter(choice -> !choice.taken())
        .forEach(out -> lines.add("# left out: " + line(out.role() + ": " + out.why())));
    return String.join("\n", lines) + "\n";
  }

  private static boolean any(TeamPlan plan, Predicate<Role> which) {
    return plan.team().roles().stream().anyMatch(which);
  }

  private static void role(List<String> lines, Role role, TeamPlan plan) {
    String why =
        plan.choices().stream()
            .filter(choice -> choice.taken() && choice.role().equals(role.name()))
            .map(RoleChoice::why)
            .findFirst()
            .orElse(null);
    lines.add("  - name: " + role.name() + comment(why));
    lines.add("    duty: " + quoted(role.duty()));
    lines.add("    leads: " + role.leads());
    lines.add("    check-in-minutes: " + role.checkInMinutes());
    lines.add("    branch-prefix: " + quoted(role.branchPrefix()));
    lines.add("    talks-to: " + list(role.talksTo()) + comment(everybody(role)));
    lines.add("    waits-for: " + list(role.waitsFor()));
    lines.add("    starts-after: " + list(role.startsAfter()));
    if (role.reportsTo() != null) {
      lines.add("    reports-to: " + role.reportsTo());
    }
    if (role.program() != null) {
      program(lines, role.program());
    }
  }

  private static void program(List<String> lines, Program program) {
    lines.add("    program:");
    lines.add("      driver: " + program.driver());
    lines.add("      arguments: " + list(program.arguments()));
  }

  private static String everybody(Role role) {
    return role.talksTo().isEmpty() ? "everybody" : null;
  }

  private static String list(List<String> words) {
    return "[" + String.join(", ", words.stream().map(TeamFileText::quoted).toList()) + "]";
  }

  /** What is quoted for JSON is quoted for YAML too. */
  private static String quoted(String text) {
    if (text != null && text.matches("(?!null$|true$|false$|yes$|no$|on$|off$)[a-z][a-z0-9/-]*")) {
      return text;
    }
    try {
      return QUOTING.writeValueAsString(text == null ? "" : text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text can always be written", e);
    }
  }

  private static String comment(String text) {
    return text == null ? "" : "  # " + line(text);
  }

  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }
}
