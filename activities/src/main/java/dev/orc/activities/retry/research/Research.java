package dev.orc.activities.retry.research;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.LeftWork;
import dev.orc.activities.plan.start.Plan;
import dev.orc.activities.plan.start.StartPlanner;
import dev.orc.base.files.WholeFile;
import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks into what failed: an analysis by rules always, and where it is wanted the plan of an
 * orchestration in which an agent looks. Thread-safe.
 */
public final class Research {
  private final HostFolders folders;
  private final EvidenceReader evidence;
  private final ResearchPlanner planner;
  private final Enhancer enhancer;

  /**
   * @param planner plans the orchestrations of researchers
   * @param left what the roles have left in their worktrees
   * @param within how long an agent may look
   */
  public static Research of(
      HostFolders folders,
      StartPlanner planner,
      LeftWork left,
      IntegrationKeeper integrations,
      Duration within) {
    return new Research(
        folders,
        new EvidenceReader(folders, left, integrations),
        new ResearchPlanner(planner::plan, planner::keep, within));
  }

  Research(HostFolders folders, EvidenceReader evidence, ResearchPlanner planner) {
    this.folders = folders;
    this.evidence = evidence;
    this.planner = planner;
    this.enhancer = new Enhancer(folders);
  }

  /**
   * What was found, and what is to be started to find more.
   *
   * @param orchestration null when there is none
   * @param note why there is none; null when there is one, or none was wanted
   */
  public record Looked(
      Path analysis, String text, Path findings, Plan orchestration, String note) {}

  /**
   * @param directory of the project
   * @param told its timeline as Temporal has it, asked for where the host has none
   */
  public Looked look(ResearchOrder order, String directory, Supplier<List<TimelineEntry>> told) {
    String project = AgentName.requireWord(order.outcome().project());
    ResearchPlaces places = ResearchPlaces.of(folders, project);
    Path analysis = places.analysis(order.item(), order.attempt());
    FailureEvidence found = evidence.read(order.outcome(), directory, told);
    String text =
        FindingsPage.write("Findings about " + project + ", try " + order.attempt(), rules(found));
    WholeFile.write(analysis, text);
    if (order.mode() != ResearchMode.AGENT) {
      return new Looked(analysis, text, null, null, null);
    }
    Path findings = places.findings(order.item(), order.attempt());
    Path task = places.task(order.item(), order.attempt());
    WholeFile.write(task, ResearchTask.write(found, analysis, findings));
    try {
      Plan plan = planner.plan(project, directory, task, order.start());
      forget(findings);
      return new Looked(analysis, text, findings, plan, null);
    } catch (Refusal unable) {
      String note = "no agent can look into it: " + unable.getMessage();
      return new Looked(analysis, text, null, null, note);
    }
  }

  /** Writes the spec of the next try. */
  public Enhanced enhance(EnhanceOrder order) {
    return enhancer.enhance(order);
  }

  private static List<Finding> rules(FailureEvidence evidence) {
    List<Finding> findings = new ArrayList<>(FailureFindings.of(evidence));
    findings.addAll(TraceRules.of(evidence));
    return Finding.best(findings);
  }

  /** What an earlier research wrote there is not what this one finds. */
  private static void forget(Path findings) {
    try {
      Files.deleteIfExists(findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
