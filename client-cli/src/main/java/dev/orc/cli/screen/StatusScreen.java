package dev.orc.cli.screen;

import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.CheckIn;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One screen of what is going on: what needs a person first, then each project with its agents.
 * Immutable.
 *
 * @param now the moment that it shows
 */
public record StatusScreen(Instant now, int columns, Paint paint) {
  private static final int STATE_COLUMN = 1;

  public List<String> lines(List<ProjectStatus> projects) {
    return lines(projects, List.of());
  }

  /**
   * @param batches open ones, and those that are over for what failed in them
   */
  public List<String> lines(List<ProjectStatus> projects, List<BatchStatus> batches) {
    List<String> lines = new ArrayList<>(needs(projects, batches));
    for (ProjectStatus project : projects) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(project(project));
    }
    List<BatchStatus> open = batches.stream().filter(batch -> batch.endedAt() == null).toList();
    if (!lines.isEmpty() && !open.isEmpty()) {
      lines.add("");
    }
    for (BatchStatus batch : open) {
      String line = "batch " + Clean.line(batch.batch()) + ": " + BatchLine.progress(batch);
      lines.add(Width.cut(line, columns));
    }
    return lines;
  }

  private List<String> needs(List<ProjectStatus> projects, List<BatchStatus> batches) {
    List<String> lines = new ArrayList<>();
    for (ProjectStatus project : projects) {
      for (Need need : project.needs()) {
        String who = project.project() + (need.role() == null ? "" : ":" + need.role());
        add(lines, who, need.what(), need.at(), need.remedy());
      }
      for (Authorization open : untold(project)) {
        String who = project.project() + ":" + open.by();
        String remedy = "orc authorize " + open.id() + " yes|no --project " + project.project();
        add(lines, who, "asks " + open.from() + " for: " + open.what(), open.askedAt(), remedy);
      }
    }
    for (BatchNeeds.Failed failed : BatchNeeds.of(batches, now)) {
      String reason = failed.item().reason() == null ? "" : ": " + failed.item().reason();
      String what = "failed for good" + reason;
      add(lines, failed.item().name(), what, failed.item().endedAt(), failed.remedy(batches));
    }
    if (!lines.isEmpty()) {
      lines.add(0, paint.bold(paint.red("NEEDS YOU")));
    }
    return lines;
  }

  /** What agents ask each other for; what a person was asked for is among the needs already. */
  public static List<Authorization> untold(ProjectStatus project) {
    return project.authorizations().stream()
        .filter(
            open ->
                project.needs().stream()
                    .noneMatch(need -> need.id().equals("authorization/" + open.id())))
        .toList();
  }

  private void add(List<String> lines, String who, String what, Instant at, String remedy) {
    int before = lines.size();
    String age = at == null ? "" : " (" + Ago.since(at, now) + ")";
    // Whole, whatever its length: who is to decide has to read it.
    for (String line : Width.wrapped(Clean.line(who + ": " + what) + age, columns - 4)) {
      lines.add((lines.size() == before ? "  " : "    ") + line);
    }
    if (remedy != null) {
      Width.wrapped(Clean.line(remedy), columns - 4)
          .forEach(line -> lines.add(paint.faint("    " + line)));
    }
  }

  private List<String> project(ProjectStatus project) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(project));
    if (project.directory() != null) {
      String place =
          project.directory() + (project.branch() == null ? "" : " on " + project.branch());
      lines.add(paint.faint("  " + Width.cut(Clean.line(place), columns - 2)));
    }
    if (project.reason() != null && !project.reason().isBlank()) {
      Width.wrapped(Clean.line(project.reason()), columns - 2)
          .forEach(line -> lines.add("  " + line));
    }
    if (!project.agents().isEmpty()) {
      lines.addAll(agents(project.agents()).lines(columns, "  "));
    }
    if (project.phase() != null) {
      lines.add(paint.faint("  " + Width.cut(Clean.line(foot(project)), columns - 2)));
    }
    return lines;
  }

  private String headline(ProjectStatus project) {
    String phase = project.phase() == null ? "DOES NOT ANSWER" : project.phase().name();
    String since = Ago.since(project.phaseSince(), now);
    String conditions =
        project.conditions().isEmpty() ? "" : " (" + String.join(", ", project.conditions()) + ")";
    String right = phase + Clean.line(conditions) + (since.isEmpty() ? "" : " for " + since);
    String title =
        project.title() == null || project.title().isBlank() ? "" : "  " + project.title();
    int room = columns - Width.of(right) - 2 - project.project().length();
    String shown = Width.padded(Width.cut(Clean.line(title), Math.max(0, room)), Math.max(0, room));
    return paint.bold(project.project()) + shown + "  " + paint.state(phase, right);
  }

  private Table agents(List<AgentStatus> agents) {
    Table table =
        new Table(
            List.of("AGENT", "STATE", "SINCE", "INBOX", "COMMITS", "NOTE"),
            List.of("SINCE", "INBOX"));
    for (AgentStatus agent : agents) {
      table.row(
          (agent.leads() ? "*" : " ") + agent.role(),
          agent.state(),
          Ago.since(agent.since(), now),
          agent.waiting() == 0 ? "-" : agent.waiting(),
          commits(agent),
          note(agent));
    }
    table.paint((column, text) -> column == STATE_COLUMN ? paint.state(text.strip(), text) : text);
    return table;
  }

  /** How many, and how long ago the last. */
  private String commits(AgentStatus agent) {
    String last = Ago.since(agent.committedAt(), now);
    return agent.commits() == 0 ? "-" : agent.commits() + (last.isEmpty() ? "" : ", " + last);
  }

  /** What is most worth knowing about an agent in one line. */
  private String note(AgentStatus agent) {
    if (agent.resetsAt() != null) {
      return "resets in " + Ago.of(Duration.between(now, agent.resetsAt()));
    }
    if (agent.detail() != null && !agent.detail().isBlank()) {
      return agent.detail();
    }
    return agent.lastReport() == null ? "" : agent.lastReport();
  }

  private String foot(ProjectStatus project) {
    List<String> parts = new ArrayList<>();
    if (project.conditions().contains("paused")) {
      parts.add("go on: orc resume " + project.project());
    }
    CheckIn next = project.nextCheckIn();
    if (next != null && next.due() != null) {
      parts.add("next check-in: " + next.to() + " in " + Ago.of(Duration.between(now, next.due())));
    }
    Totals totals = project.totals() == null ? Totals.NONE : project.totals();
    parts.add(count(totals.messages(), "message"));
    parts.add(count(totals.reports(), "report"));
    if (totals.restarts() > 0) {
      parts.add(count(totals.restarts(), "restart"));
    }
    if (totals.unknown() > 0) {
      parts.add(totals.unknown() + " of unknown delivery");
    }
    return String.join(" · ", parts);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
