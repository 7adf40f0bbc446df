package dev.orc.workflows.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.policy.RetryRules;
import dev.orc.workflows.policy.RetryRules.Failed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How often a project was tried and what became of it. Workflow threads only. */
@Carried
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class Tries {
  private static final int KEPT = 15;
  private static final int LONGEST = 300;

  private int begun;
  private int failures;
  private int lost;
  private List<Try> failed = new ArrayList<>();

  /** How many were begun; the last one has that number. */
  int begun() {
    return begun;
  }

  /** Whether one of those that count has failed. */
  boolean anyFailure() {
    return failures > 0;
  }

  List<Try> failed() {
    return List.copyOf(failed);
  }

  void begin() {
    begun++;
  }

  /** Notes a failure and says how it is to be judged. */
  Failed fail(Outcome outcome, Instant startedAt, Instant now) {
    FailureKind kind = outcome.failure() == null ? FailureKind.OTHER : outcome.failure();
    failures += RetryRules.counts(kind) ? 1 : 0;
    lost = kind == FailureKind.HOST_LOST ? lost + 1 : 0;
    String reason = Texts.cut(outcome.reason(), LONGEST);
    failed.add(new Try(begun, startedAt, now, kind, reason, outcome.summary(), null));
    if (failed.size() > KEPT) {
      failed.remove(0);
    }
    return new Failed(kind, outcome.notBefore(), failures, lost);
  }

  /** The last failure was looked into. */
  void found(String finding) {
    if (!failed.isEmpty()) {
      int last = failed.size() - 1;
      failed.set(last, failed.get(last).found(Texts.cut(finding, LONGEST)));
    }
  }

  /** It has all its tries again. */
  void forgive() {
    failures = 0;
    lost = 0;
  }

  /** It is over, and nobody asks for its failures any more. */
  void close() {
    failed = new ArrayList<>();
  }
}
