package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * An orchestration as a person wants to see it.
 *
 * @param conditions of WORKING: {@code paused}, {@code waiting for credits}
 * @param needs what needs a person, oldest first
 * @param authorizations that wait for an answer
 */
public record ProjectStatus(
    String project,
    String title,
    String host,
    String directory,
    String branch,
    String session,
    Phase phase,
    List<String> conditions,
    String reason,
    Instant startedAt,
    Instant phaseSince,
    Instant endedAt,
    List<AgentStatus> agents,
    List<Need> needs,
    List<Authorization> authorizations,
    CheckIn nextCheckIn,
    Totals totals) {
  public ProjectStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    agents = agents == null ? List.of() : List.copyOf(agents);
    needs = needs == null ? List.of() : List.copyOf(needs);
    authorizations = authorizations == null ? List.of() : List.copyOf(authorizations);
  }
}
