package dev.orc.activities.retry.research;

import static dev.orc.activities.retry.research.Priority.HIGH;
import static dev.orc.activities.retry.research.Priority.MEDIUM;

import dev.orc.activities.retry.research.FailureEvidence.Left;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.Trace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What follows from the way in which an orchestration failed. Pure. */
final class FailureFindings {
  private FailureFindings() {}

  static List<Finding> of(FailureEvidence evidence) {
    return Stream.concat(integration(evidence), kind(evidence)).toList();
  }

  /** What was in the way when the work was last brought together, whatever ended it. */
  private static Stream<Finding> integration(FailureEvidence evidence) {
    Integration last = evidence.integration();
    if (last == null) {
      return told(evidence);
    }
    Stream<Finding> conflicts =
        last.conflicts().stream()
            .map(one -> conflict(one.role(), one.branch(), String.join(", ", one.files())));
    return last.failedCommand() == null
        ? conflicts
        : Stream.concat(
            conflicts, Stream.of(verification(last.failedCommand(), last.failedOutput())));
  }

  private static Finding conflict(String role, String branch, String files) {
    return Finding.of(
        HIGH,
        "The branch " + branch + " of " + role + " does not merge: " + files,
        "Give each of these files one owner, who alone edits it: "
            + files
            + ". Whoever else needs a change there asks the owner. Merge the starting branch and the"
            + " owner's branch before going on, and commit the result.");
  }

  private static Finding verification(String command, String output) {
    return new Finding(
        HIGH,
        "The spec's own command does not pass in the merged work: " + command,
        "Run `"
            + command
            + "` on the work of all roles together before anything is reported done, beginning with"
            + " the state that is there now, and repair what it says.",
        output);
  }

  /** Where the integration itself is not kept, the timeline knows the line of it. */
  private static Stream<Finding> told(FailureEvidence evidence) {
    FailureKind kind = evidence.outcome().failure();
    if (kind == FailureKind.VERIFICATION) {
      return last(evidence, Trace.VerificationFailed.class)
          .map(failed -> verification(failed.command(), ""));
    }
    return kind == FailureKind.CONFLICT
        ? last(evidence, Trace.Conflicts.class).map(FailureFindings::conflicts)
        : Stream.empty();
  }

  private static Finding conflicts(Trace.Conflicts conflicts) {
    return Finding.of(
        HIGH,
        "Branches do not merge: " + conflicts.joined(),
        "Give each of these files one owner, who alone edits it, and merge the other roles'"
            + " work often.");
  }

  private static <T extends Trace> Stream<T> last(FailureEvidence evidence, Class<T> sort) {
    return evidence.traces(sort).reduce((one, other) -> other).stream().map(Left::trace);
  }

  private static Stream<Finding> kind(FailureEvidence evidence) {
    FailureKind kind = evidence.outcome().failure();
    String reason = evidence.outcome().reason();
    return switch (kind == null ? FailureKind.OTHER : kind) {
      case TIMEOUT -> Stream.of(timeout(reason));
      case LIMIT -> Stream.of(limit(evidence.outcome().totals()));
      case REPORTED ->
          Stream.of(
              Finding.of(
                  HIGH,
                  "The team itself said that it can not be done: " + reason,
                  "Settle first what is named there. Where the spec asks for the impossible, do what"
                      + " comes nearest, write down what is missing and why, and report that."));
      case HOST_LOST ->
          Stream.of(
              Finding.of(
                  MEDIUM,
                  "The host was away, nothing is wrong with the work itself: " + reason,
                  "Look at what is committed, and go on from there."));
      case BAD_SPEC ->
          Stream.of(
              Finding.of(
                  HIGH,
                  "It could not be started as it is: " + reason,
                  "Mend the spec or the repository as the reason says; trying again does not help."));
      case CONFLICT, VERIFICATION, CRASH_LOOP -> Stream.empty();
      case OTHER ->
          Stream.of(
              Finding.of(
                  HIGH,
                  "It ended with: " + reason,
                  "Find out whether this still holds, and settle it."));
    };
  }

  private static Finding timeout(String reason) {
    return Finding.of(
        HIGH,
        "It was not complete within its time: " + reason,
        "Order the work so that every deliverable is finished, committed and merged by itself, the"
            + " ones that others stand on first. Leave out what the spec does not ask for.");
  }

  private static Finding limit(Totals totals) {
    String waited = totals == null ? "" : " (" + waited(totals) + ")";
    return Finding.of(
        HIGH,
        "Usage limits took the time" + waited,
        "Keep fewer agents busy at a time, make each step small, and commit before every longer"
            + " one. A smaller team, or another program for some roles, reaches the limit later.");
  }

  static String waited(Totals totals) {
    Duration waited = Duration.ofSeconds(totals.limitedSeconds());
    return "%d times, %d min in all".formatted(totals.limits(), waited.toMinutes());
  }
}
