package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;

/**
 * A project that came to its end in a night. Of a batch's project the last try stands for all.
 *
 * @param project the slug; the batch's name for it when it never came to a start
 * @param failure why it failed; null when it did not
 * @param tries how many there were in a batch; 1 outside of one
 * @param tokens that its agents used in their last lives; 0 where their programs do not say
 * @param head the commit of the starting branch after it was integrated; null when it was not
 * @param branch the starting branch; null where it was not kept
 * @param merged roles whose branches went in
 * @param verification null when nothing was verified, or nobody kept what it said
 * @param batch its batch; null when there is none
 * @param look the command that shows more
 */
public record NightEnd(
    String project,
    String title,
    String directory,
    Phase phase,
    FailureKind failure,
    String reason,
    Instant startedAt,
    Instant endedAt,
    int tries,
    int commits,
    long tokens,
    String head,
    String branch,
    List<String> merged,
    VerifyResult verification,
    String batch,
    String look) {
  public NightEnd {
    merged = merged == null ? List.of() : List.copyOf(merged);
  }
}
