package dev.orc.workflows.model;

import java.util.List;

/**
 * How the branches of a project stand to the starting branch and to each other.
 *
 * @param branch the starting branch
 * @param commit where it stands
 * @param over whether the project has ended
 * @param forecasts what merging would meet: each role with the starting branch, and each pair of
 *     roles of which both have commits of their own
 * @param unforeseen why nothing can be foreseen; null when it can
 */
public record SyncStatus(
    String project,
    String branch,
    String commit,
    boolean over,
    List<RoleSync> roles,
    List<MergeForecast> forecasts,
    String unforeseen) {
  public SyncStatus {
    roles = roles == null ? List.of() : List.copyOf(roles);
    forecasts = forecasts == null ? List.of() : List.copyOf(forecasts);
  }

  /** The same of a project that has ended, or has not. */
  public SyncStatus withOver(boolean ended) {
    return new SyncStatus(project, branch, commit, ended, roles, forecasts, unforeseen);
  }
}
