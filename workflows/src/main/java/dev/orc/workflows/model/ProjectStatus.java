package dev.orc.workflows.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An orchestration as a person wants to see it.
 *
 * @param phase null while the orchestration does not answer
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

  /** Whether it has ended; nobody knows it of one that does not answer. */
  public boolean over() {
    return phase != null && phase.over();
  }

  /** The same with one more need, before all others. */
  public ProjectStatus withNeed(Need need) {
    List<Need> all = new ArrayList<>(List.of(need));
    all.addAll(needs);
    return new ProjectStatus(
        project,
        title,
        host,
        directory,
        branch,
        session,
        phase,
        conditions,
        reason,
        startedAt,
        phaseSince,
        endedAt,
        agents,
        all,
        authorizations,
        nextCheckIn,
        totals);
  }
}
