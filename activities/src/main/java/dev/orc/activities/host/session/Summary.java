package dev.orc.activities.host.session;

import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The story of an orchestration as a Markdown page. Pure. */
final class Summary {
  private final StringBuilder page = new StringBuilder();

  private Summary() {}

  static String of(Outcome outcome, List<TimelineEntry> timeline, List<Path> transcripts) {
    Summary summary = new Summary();
    summary.outcome(outcome);
    summary.totals(outcome.totals());
    summary.agents(timeline);
    summary.transcripts(transcripts);
    summary.timeline(timeline);
    return summary.page.toString();
  }

  /** Of one that is not over, or whose end nobody wrote down: what can be said now. */
  static String of(ProjectStatus status, List<TimelineEntry> timeline, List<Path> transcripts) {
    Summary summary = new Summary();
    summary.standing(status);
    summary.needs(status);
    summary.totals(status.totals() == null ? Totals.NONE : status.totals());
    summary.team(status.agents());
    summary.agents(timeline);
    summary.transcripts(transcripts);
    summary.timeline(timeline);
    return summary.page.toString();
  }

  private void standing(ProjectStatus status) {
    String phase = status.phase() == null ? "does not answer" : word(status.phase());
    line("# " + status.project() + ": " + phase);
    line("");
    line(cell(status.reason()));
    line("");
    line("| | |");
    line("| --- | --- |");
    row("title", cell(status.title()));
    row("directory", cell(status.directory()));
    row("branch", cell(status.branch()));
    row("started", cell(status.startedAt()));
    row(status.over() ? "ended" : "since", cell(status.phaseSince()));
    if (!status.conditions().isEmpty()) {
      row("held up", cell(String.join(", ", status.conditions())));
    }
    line("");
  }

  private void needs(ProjectStatus status) {
    if (status.needs().isEmpty() && status.authorizations().isEmpty()) {
      return;
    }
    line("## Needs you");
    line("");
    line("| who | what | do |");
    line("| --- | --- | --- |");
    status.needs().forEach(need -> row(cell(need.role()), cell(need.what()), cell(need.remedy())));
    for (Authorization open : status.authorizations()) {
      row(
          cell(open.by()),
          cell("asks " + open.from() + " for: " + open.what()),
          cell("orc authorize " + open.id() + " yes|no --project " + status.project()));
    }
    line("");
  }

  private void team(List<AgentStatus> agents) {
    if (agents.isEmpty()) {
      return;
    }
    line("## Agents");
    line("");
    line("| agent | state | commits | last report |");
    line("| --- | --- | --- | --- |");
    agents.forEach(
        agent ->
            row(
                cell(agent.role()),
                cell(agent.state()),
                agent.commits(),
                cell(agent.lastReport())));
    line("");
  }

  private static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private void outcome(Outcome outcome) {
    line("# " + outcome.project() + ": " + word(outcome.phase()));
    line("");
    line(cell(outcome.reason()));
    line("");
    line("| | |");
    line("| --- | --- |");
    row("started", cell(outcome.startedAt()));
    row("ended", cell(outcome.endedAt()));
    row("took", took(outcome.startedAt(), outcome.endedAt()));
    row("head", outcome.head() == null ? "nothing was integrated" : cell(outcome.head()));
    line("");
  }

  private void totals(Totals totals) {
    line("## Totals");
    line("");
    line("| messages | unknown | expired | reports | restarts | commits | limits | limited |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- |");
    row(
        totals.messages(),
        totals.unknown(),
        totals.expired(),
        totals.reports(),
        totals.restarts(),
        totals.commits(),
        totals.limits(),
        readable(Duration.ofSeconds(totals.limitedSeconds())));
    line("");
  }

  /** How often each agent is in the timeline, by kind, and what is told of it last. */
  private void agents(List<TimelineEntry> timeline) {
    Map<String, List<TimelineEntry>> byAgent = new TreeMap<>();
    for (TimelineEntry entry : timeline) {
      if (entry.who() != null) {
        byAgent.computeIfAbsent(entry.who(), who -> new ArrayList<>()).add(entry);
      }
    }
    if (byAgent.isEmpty()) {
      return;
    }
    line("## By agent");
    line("");
    line("| who | what there was | last |");
    line("| --- | --- | --- |");
    byAgent.forEach(
        (who, entries) ->
            row(cell(who), counts(entries), cell(entries.get(entries.size() - 1).what())));
    line("");
  }

  private static String counts(List<TimelineEntry> entries) {
    Map<String, Integer> counts = new TreeMap<>();
    entries.forEach(entry -> counts.merge(cell(entry.kind()), 1, Integer::sum));
    return String.join(
        ", ", counts.entrySet().stream().map(c -> c.getKey() + " " + c.getValue()).toList());
  }

  private void transcripts(List<Path> transcripts) {
    if (transcripts.isEmpty()) {
      return;
    }
    line("## Transcripts");
    line("");
    transcripts.forEach(file -> line("- `transcripts/" + file.getFileName() + "`"));
    line("");
  }

  private void timeline(List<TimelineEntry> timeline) {
    line("## Timeline");
    line("");
    line("| # | at | kind | who | what |");
    line("| --- | --- | --- | --- | --- |");
    for (TimelineEntry entry : timeline) {
      row(
          entry.number(),
          cell(entry.at()),
          cell(entry.kind()),
          cell(entry.who()),
          cell(entry.what()));
    }
  }

  private static String took(Instant start, Instant end) {
    return start == null || end == null ? "" : readable(Duration.between(start, end));
  }

  private static String readable(Duration duration) {
    return duration
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .substring(2)
        .toLowerCase(Locale.ROOT);
  }

  private static String cell(Object value) {
    return value == null ? "" : CleanText.oneLine(value.toString()).replace("|", "\\|");
  }

  private void row(Object... cells) {
    page.append('|');
    for (Object cell : cells) {
      page.append(' ').append(cell).append(" |");
    }
    page.append('\n');
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
