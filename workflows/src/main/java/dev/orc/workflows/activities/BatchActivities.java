package dev.orc.workflows.activities;

import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Team;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** What a batch asks of a host. Every method may be repeated. */
@ActivityInterface(namePrefix = "batch.")
public interface BatchActivities {
  /**
   * Plans a project, makes its repository where that is asked for, and keeps its spec. What can not
   * be started as it is fails for good; what may be startable later, as a full disk or a repository
   * that another orchestration holds, fails as one that can be tried again.
   */
  @ActivityMethod
  Planned plan(PlanOrder order);

  /** Whether the host can carry a team now. */
  @ActivityMethod
  Room room(RoomOrder order);

  /** How orchestrations stand, whatever they told. */
  @ActivityMethod
  List<Standing> look(List<LookOrder> orders);

  /** Collects what is known of a failure, and plans the orchestration that looks into it. */
  @ActivityMethod
  ResearchPlan research(ResearchOrder order);

  /** Writes the spec of the next try: the findings first, then the original unchanged. */
  @ActivityMethod
  Enhanced enhance(EnhanceOrder order);

  /**
   * @param workflow the batch's workflow id
   * @param item the entry's id in it
   * @param attempt counts from 1
   */
  record PlanOrder(String workflow, String item, int attempt, StartRequest start) {}

  /**
   * What the orchestration starts with.
   *
   * @param notes what the plan of its team notes
   * @param branch that the work starts from; null for the one that is checked out
   */
  record Planned(
      String project,
      String host,
      String directory,
      Spec spec,
      Team team,
      ProjectSettings settings,
      List<SideWindow> windows,
      List<String> notes,
      String branch) {
    public Planned {
      notes = notes == null ? List.of() : List.copyOf(notes);
      windows = windows == null ? List.of() : List.copyOf(windows);
    }
  }

  record RoomOrder(String directory, int agents) {}

  /**
   * @param why what there is too little of, in one line; null when there is enough
   */
  record Room(
      boolean enough,
      String why,
      long memoryFree,
      long memoryNeeded,
      long diskFree,
      long diskNeeded) {}

  /**
   * @param runId the first run of the orchestration
   */
  record LookOrder(String project, String runId) {}

  /**
   * @param running whether it is still under way
   * @param outcome how it ended; null while it runs, and when it was ended from outside
   * @param ended how Temporal calls its end, as {@code TERMINATED}; null while it runs
   */
  record Standing(String project, String runId, boolean running, String ended, Outcome outcome) {}

  /**
   * @param start what the project was first asked for with
   * @param attempt the try that failed
   */
  record ResearchOrder(
      String workflow,
      String item,
      int attempt,
      StartRequest start,
      Outcome outcome,
      ResearchMode mode) {}

  /**
   * @param analysis the host's file with what is known without an agent
   * @param findings where the agent is to write what it finds; null when there is none
   * @param orchestration what the agent's orchestration starts with; null when there is none
   * @param note why there is none, in one line; may be null
   */
  record ResearchPlan(String analysis, String findings, Planned orchestration, String note) {}

  record EnhanceOrder(
      String workflow,
      String item,
      int attempt,
      StartRequest start,
      Outcome outcome,
      String analysis,
      String findings) {}

  /**
   * @param spec the host's file with the enhanced spec
   * @param findings how many there are in it
   * @param source agent or analysis
   * @param first the most important finding in one line
   */
  record Enhanced(String spec, int findings, String source, String first) {}
}
