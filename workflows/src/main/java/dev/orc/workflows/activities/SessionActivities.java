package dev.orc.workflows.activities;

import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.RoleRun;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.TimelineEntry;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** The tmux session of an orchestration, from its opening to its archive. May be repeated. */
@ActivityInterface(namePrefix = "session.")
public interface SessionActivities {
  /** Opens the session with its plain shell window, or finds it again. Answers its tmux id. */
  @ActivityMethod
  String open(SessionOrder order);

  /** Archives every transcript, writes the summary, closes the session. Answers the summary. */
  @ActivityMethod
  String close(CloseOrder order);

  /**
   * @param windows those besides the shell's and the agents'
   */
  record SessionOrder(String project, String directory, List<SideWindow> windows) {
    public SessionOrder {
      windows = windows == null ? List.of() : List.copyOf(windows);
    }
  }

  /**
   * @param title of the spec
   * @param directory of the project
   * @param runId of the orchestration's first run
   * @param agents how many were in the team
   * @param keep leave the session and its programs alone; archive only
   * @param type of the project; null where that is not known
   * @param roles what each role came to
   */
  record CloseOrder(
      String project,
      String title,
      String directory,
      String runId,
      int agents,
      Outcome outcome,
      List<TimelineEntry> timeline,
      boolean keep,
      String type,
      List<RoleRun> roles) {
    public CloseOrder {
      timeline = List.copyOf(timeline);
      roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** Of one whose roles nobody knows. */
    public CloseOrder(
        String project,
        String title,
        String directory,
        String runId,
        int agents,
        Outcome outcome,
        List<TimelineEntry> timeline,
        boolean keep) {
      this(project, title, directory, runId, agents, outcome, timeline, keep, null, List.of());
    }
  }
}
