package dev.orc.activities.agent;

import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.SessionActivities;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a launch needs besides the agent's host.
 *
 * @param sessions opens the session that a window goes into
 * @param briefs writes what the agent is told
 * @param transcripts keeps what an earlier life showed
 * @param launcher the {@code orc} program that agents call
 * @param environment what people configured for every agent
 * @param path the PATH that agents would have otherwise
 */
public record LaunchRoom(
    SessionActivities sessions,
    BriefWriter briefs,
    TranscriptKeeper transcripts,
    Path launcher,
    Map<String, String> environment,
    String path) {

  /** Writes the brief of one life into a file of the host. */
  @FunctionalInterface
  public interface BriefWriter {
    Path write(LaunchOrder order);
  }
}
