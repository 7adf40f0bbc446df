package dev.orc.activities.agent;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.SessionActivities;
import java.nio.file.Path;

/**
 * What a launch needs besides the agent's host.
 *
 * @param sessions opens the session that a window goes into
 * @param briefs writes what the agent is told
 * @param transcripts keeps what an earlier life showed
 * @param launcher the {@code orc} program that agents call
 * @param path the PATH that agents would have otherwise
 */
public record LaunchRoom(
    SessionActivities sessions,
    BriefWriter briefs,
    TranscriptKeeper transcripts,
    Path launcher,
    String path) {

  /** Writes the brief of one life into a file of the host. */
  @FunctionalInterface
  public interface BriefWriter {
    Path write(LaunchOrder order);
  }
}
