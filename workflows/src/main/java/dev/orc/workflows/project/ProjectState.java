package dev.orc.workflows.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orc.workflows.entity.RecentIds;
import java.time.Instant;

/**
 * Everything that an orchestration carries over when it continues as new. Runs that are open carry
 * a lifecycle under the name that it had once.
 */
public record ProjectState(
    @JsonProperty("course") ProjectLifecycle lifecycle,
    Roster roster,
    Mailroom mailroom,
    CheckIns checkIns,
    Progress progress,
    Authorizations authorizations,
    Needs needs,
    Ledger ledger,
    Tally tally,
    RecentIds ids,
    Setbacks setbacks,
    Reviewed reviewed) {
  public ProjectState {
    setbacks = setbacks == null ? new Setbacks() : setbacks;
    reviewed = reviewed == null ? new Reviewed() : reviewed;
  }

  /** What was carried over, or the beginning. */
  static ProjectState of(ProjectInput input, Instant now) {
    if (input.state() != null) {
      return input.state();
    }
    return new ProjectState(
        new ProjectLifecycle(now),
        new Roster(input.team(), input.former(), now),
        new Mailroom(),
        new CheckIns(),
        new Progress(),
        new Authorizations(),
        new Needs(),
        new Ledger(),
        new Tally(),
        new RecentIds(),
        new Setbacks(),
        new Reviewed());
  }
}
