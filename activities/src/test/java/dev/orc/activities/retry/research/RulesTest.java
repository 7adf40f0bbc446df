package dev.orc.activities.retry.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            failed(FailureKind.VERIFICATION).integration(verification("make test", "2 failed")),
            Priority.HIGH,
            "does not pass in the merged work: make test",
            "Run `make test`",
            "2 failed"),
        Arguments.of(
            failed(FailureKind.VERIFICATION).told("phase", null, "WORKING: verification failed: x"),
            Priority.HIGH,
            "merged work: x",
            "Run `x`",
            ""),
        Arguments.of(
            failed(FailureKind.CONFLICT).integration(conflict("dev", "feature/a", "A.java")),
            Priority.HIGH,
            "The branch feature/a of dev does not merge: A.java",
            "one owner",
            ""),
        Arguments.of(
            failed(FailureKind.CONFLICT).told("git", null, "conflicts: dev does not merge: B"),
            Priority.HIGH,
            "Branches do not merge: dev does not merge: B",
            "one owner",
            ""),
        Arguments.of(
            failed(FailureKind.CRASH_LOOP)
                .told("agent", "dev", "given up: its program ended with status 137")
                .screen("dev", "Killed"),
            Priority.HIGH,
            "dev's program ended again and again",
            "want of memory",
            "Killed"),
        Arguments.of(
            failed(FailureKind.CRASH_LOOP)
                .told("agent", "dev", "given up: its program ended with status 127"),
            Priority.HIGH,
            "status 127",
            "not found",
            ""),
        Arguments.of(
            failed(FailureKind.CRASH_LOOP).told("agent", "dev", "given up: it is gone"),
            Priority.HIGH,
            "it is gone",
            "Its last screen says why",
            ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT), Priority.HIGH, "within its time", "by itself", ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT)
                .told("agent", "dev", "no progress for 30 min: asked")
                .told("agent", "dev", "still no progress: orchestrator told")
                .screen("dev", "Waiting for npm"),
            Priority.MEDIUM,
            "dev was stuck since 2026-01-02T03:04:06Z (no progress for 30 min: asked)",
            "smaller first step",
            "Waiting for npm"),
        Arguments.of(
            failed(FailureKind.LIMIT), Priority.HIGH, "(2 times, 10 min in all)", "commit", ""),
        Arguments.of(
            failed(FailureKind.REPORTED), Priority.HIGH, "the team itself", "named there", ""),
        Arguments.of(
            failed(FailureKind.HOST_LOST), Priority.MEDIUM, "nothing is wrong", "go on", ""),
        Arguments.of(
            failed(FailureKind.BAD_SPEC), Priority.HIGH, "could not be started", "Mend", ""),
        Arguments.of(failed(null), Priority.HIGH, "It ended with: the reason", "settle it", ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT).told("report", "tester", "blocked: no database"),
            Priority.MEDIUM,
            "tester was blocked: no database",
            "before tester begins",
            ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT).told("report", "tester", "failed: no browser"),
            Priority.MEDIUM,
            "tester gave up: no browser",
            "whoever can do it",
            ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT).told("agent", "dev", "asks: May I push?"),
            Priority.MEDIUM,
            "waited for an answer: May I push?",
            "in advance",
            ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT).told("git", null, "not complete yet: dev: a.txt"),
            Priority.MEDIUM,
            "there was missing: dev: a.txt",
            "Commit everything",
            ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT), Priority.LOW, "waited for usage limits: 2", "commit", ""),
        Arguments.of(
            failed(FailureKind.TIMEOUT).work(3, List.of("a1 Add it"), List.of()),
            Priority.LOW,
            "dev has 3 commits that are not merged yet",
            "feature/x",
            "a1 Add it"),
        Arguments.of(
            failed(FailureKind.TIMEOUT).work(0, List.of(), List.of("b.txt")),
            Priority.MEDIUM,
            "dev left uncommitted: b.txt",
            "worth keeping",
            ""));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachFailureAndEachTraceHasItsFinding(
      Case failure, Priority priority, String what, String todo, String evidence) {
    assertThat(failure.findings())
        .filteredOn(
            finding ->
                finding.what().toLowerCase(Locale.ROOT).contains(what.toLowerCase(Locale.ROOT)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.priority()).isEqualTo(priority);
              assertThat(finding.todo()).containsIgnoringCase(todo);
              assertThat(finding.evidence()).isEqualTo(evidence);
            });
  }

  @Test
  void theIntegrationIsToldOnceWhateverEndedIt() {
    Case late =
        failed(FailureKind.TIMEOUT)
            .integration(verification("make", "no"))
            .told("phase", null, "WORKING: verification failed: make");

    assertThat(late.findings()).filteredOn(one -> one.what().contains("make")).hasSize(1);
    assertThat(failed(FailureKind.CONFLICT).findings())
        .noneMatch(one -> one.what().contains("OTHER"));
  }

  @Test
  void dataCountsWhateverTheSentenceSays() {
    Case failed =
        failed(FailureKind.TIMEOUT)
            .left(EntryKind.AGENT, "dev", new Trace.GivenUp("status 137"))
            .left(EntryKind.AGENT, "dev", new Trace.NoProgress(30))
            .left(EntryKind.AGENT, "dev", new Trace.StillNoProgress("the lead"))
            .left(EntryKind.AGENT, "dev", new Trace.Asks("May I push?"))
            .left(EntryKind.REPORT, "tester", new Trace.Reported(ReportKind.BLOCKED, "no key"))
            .left(EntryKind.REPORT, "tester", new Trace.Reported(ReportKind.FAILED, "no browser"))
            .left(EntryKind.REPORT, "tester", new Trace.Reported(ReportKind.DONE, "all well"))
            .left(EntryKind.GIT, null, new Trace.Incomplete(List.of("dev: a.txt", "dev: b.txt")));

    assertThat(failed.findings())
        .extracting(Finding::what)
        .contains(
            "dev's program ended again and again: status 137",
            "dev was stuck since 2026-01-02T03:04:07Z (no progress for 30 min: asked)",
            "dev waited for an answer: May I push?",
            "tester was blocked: no key",
            "tester gave up: no browser",
            "It was declared complete, but there was missing: dev: a.txt; dev: b.txt")
        .noneMatch(what -> what.contains("all well"));
    assertThat(
            failed(FailureKind.CONFLICT)
                .left(EntryKind.PHASE, null, new Trace.Conflicts(List.of("dev: A", "ops: B")))
                .findings())
        .anyMatch(one -> one.what().equals("Branches do not merge: dev: A; ops: B"));
    assertThat(
            failed(FailureKind.VERIFICATION)
                .left(EntryKind.GIT, null, new Trace.VerificationFailed("make test"))
                .findings())
        .anyMatch(one -> one.what().endsWith("merged work: make test"));
  }

  @Test
  void dataOfAnotherEditionIsPassedOverAndItsSentenceRead() {
    assertThat(
            failed(FailureKind.TIMEOUT)
                .entry(EntryKind.AGENT, "dev", "given up: it melted", new Trace.Other())
                .findings())
        .anyMatch(one -> one.what().endsWith("again and again: it melted"));
  }

  static Case failed(FailureKind kind) {
    return new Case(kind);
  }

  private static Integration verification(String command, String output) {
    return new Integration(false, null, null, List.of(), List.of(), command, output);
  }

  private static Integration conflict(String role, String branch, String file) {
    Conflict conflict = new Conflict(role, branch, List.of(file));
    return new Integration(false, null, null, List.of(), List.of(conflict), null, null);
  }

  /** A failure in the making. */
  static final class Case {
    private final FailureKind kind;
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private Integration integration;
    private Map<String, String> screens = Map.of();
    private List<FailureEvidence.Work> work = List.of();

    private Case(FailureKind kind) {
      this.kind = kind;
    }

    Case integration(Integration last) {
      integration = last;
      return this;
    }

    /** An entry of an edition that wrote sentences alone. */
    Case told(String kind, String who, String what) {
      return entry(new EntryKind(kind), who, what, null);
    }

    Case left(EntryKind kind, String who, Trace trace) {
      return entry(kind, who, "some sentence", trace);
    }

    Case entry(EntryKind kind, String who, String what, Trace trace) {
      int number = timeline.size() + 1;
      timeline.add(new TimelineEntry(number, START.plusSeconds(number), kind, who, what, trace));
      return this;
    }

    Case screen(String role, String text) {
      screens = Map.of(role, text);
      return this;
    }

    Case work(int commits, List<String> newest, List<String> uncommitted) {
      work = List.of(new FailureEvidence.Work("dev", "feature/x", commits, newest, uncommitted));
      return this;
    }

    List<Finding> findings() {
      Outcome outcome =
          new Outcome(
              "shop",
              Phase.FAILED,
              "the reason",
              null,
              null,
              START,
              START.plusSeconds(600),
              new Totals(0, 0, 0, 0, 0, 0, 2, 600, 0),
              kind,
              null,
              null);
      FailureEvidence evidence =
          new FailureEvidence(outcome, timeline, integration, screens, work, List.of());
      return Stream.concat(FailureFindings.of(evidence).stream(), TraceRules.of(evidence).stream())
          .toList();
    }

    @Override
    public String toString() {
      return String.valueOf(kind);
    }
  }
}
