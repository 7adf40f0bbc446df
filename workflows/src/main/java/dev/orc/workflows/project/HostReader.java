package dev.orc.workflows.project;

import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.HostView;
import dev.orc.workflows.model.Sighting;
import java.util.List;
import java.util.Optional;

/** Draws from a host view everything that follows from it. */
final class HostReader {
  private final ProjectContext context;
  private final Supervision supervision;
  private final Resumption resumption;
  private final ProgressReview progress;

  HostReader(
      ProjectContext context,
      Supervision supervision,
      Resumption resumption,
      ProgressReview progress) {
    this.context = context;
    this.supervision = supervision;
    this.resumption = resumption;
    this.progress = progress;
  }

  void read(HostView view) {
    if (lost(view)) {
      supervision.sessionLost();
      return;
    }
    for (Agent agent : context.roster().launched()) {
      view.of(agent.name())
          .filter(sighting -> agent.lives(sighting.incarnation()))
          .ifPresent(sighting -> read(agent, sighting));
    }
    readCompletionFile(view);
    progress.review(context.now());
  }

  private void read(Agent agent, Sighting sighting) {
    int before = agent.trail().commits();
    agent.saw(sighting);
    if (agent.trail().commits() > before) {
      context.settleNeed("stuck/" + agent.name());
    }
    if (sighting.condition() == Condition.READY) {
      agent.release(context.now());
    }
    supervision.see(agent, sighting.condition(), detail(sighting), sighting.resetsAt());
    resumption.sighted(agent, sighting);
  }

  private boolean lost(HostView view) {
    List<Agent> launched = context.roster().launched();
    if (launched.isEmpty() || context.lifecycle().session() == null) {
      return false;
    }
    return !view.sessionPresent()
        || launched.stream().allMatch(agent -> missing(view.of(agent.name()), agent));
  }

  private static boolean missing(Optional<Sighting> sighting, Agent agent) {
    return sighting
        .filter(seen -> seen.incarnation() == agent.incarnation())
        .filter(seen -> seen.condition() == Condition.MISSING)
        .isPresent();
  }

  private void readCompletionFile(HostView view) {
    String content = view.completionFile();
    ProjectLifecycle lifecycle = context.lifecycle();
    boolean writtenAnew =
        context.changes().has(Change.LAST_WORD_COUNTS)
            && view.completionFileAt() != null
            && !view.completionFileAt().equals(lifecycle.completionFileAt());
    if (content == null || (content.equals(lifecycle.completionFile()) && !writtenAnew)) {
      return;
    }
    lifecycle.completionFile(content, view.completionFileAt());
    List<String> lines = content.lines().toList();
    String reason = lines.size() > 1 ? lines.get(1).strip() : "";
    String lead = context.roster().lead().map(Agent::name).orElse(null);
    context.enter(EntryKind.REPORT, lead, "file " + (lines.isEmpty() ? "" : lines.get(0)));
    if (content.startsWith("FAILED")) {
      String why = reason.isEmpty() ? "the lead wrote FAILED" : reason;
      context.lifecycle().fail(FailureKind.REPORTED, why);
    } else {
      context.lifecycle().claim(lead, reason.isEmpty() ? "the lead wrote COMPLETED" : reason);
    }
  }

  private static String detail(Sighting sighting) {
    if (sighting.condition() == Condition.EXITED && sighting.detail() == null) {
      return sighting.exitStatus() == null
          ? null
          : "its program ended with status " + sighting.exitStatus();
    }
    return sighting.detail();
  }
}
