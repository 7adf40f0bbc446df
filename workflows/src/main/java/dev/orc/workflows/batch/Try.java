package dev.orc.workflows.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orc.workflows.model.FailureKind;
import java.time.Instant;

/**
 * One try that failed, as the story of an escalation tells it.
 *
 * @param summary the host's file with the whole of it; null when there is none
 * @param finding what was found out about it; null when nothing was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Try(
    int attempt,
    Instant startedAt,
    Instant endedAt,
    FailureKind failure,
    String reason,
    String summary,
    String finding) {

  Try found(String what) {
    return new Try(attempt, startedAt, endedAt, failure, reason, summary, what);
  }
}
