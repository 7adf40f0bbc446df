package dev.orc.activities.retry.research;

import static dev.orc.activities.retry.research.Priority.HIGH;
import static dev.orc.activities.retry.research.Priority.LOW;
import static dev.orc.activities.retry.research.Priority.MEDIUM;

import dev.orc.activities.retry.research.FailureEvidence.Left;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.model.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What follows from the traces that the roles have left: timeline, screens, branches. Pure. */
final class TraceRules {
  private static final Pattern EXIT = Pattern.compile("(?:status|exit|signal) (\\d{1,3})");

  private TraceRules() {}

  static List<Finding> of(FailureEvidence evidence) {
    return Stream.of(
            crashes(evidence),
            blocked(evidence),
            stuck(evidence),
            questions(evidence),
            missing(evidence),
            limits(evidence),
            work(evidence))
        .flatMap(findings -> findings)
        .toList();
  }

  private static Stream<Finding> crashes(FailureEvidence evidence) {
    boolean reason = evidence.outcome().failure() == FailureKind.CRASH_LOOP;
    return lastOfEach(evidence.traces(Trace.GivenUp.class))
        .map(
            gone ->
                new Finding(
                    reason ? HIGH : MEDIUM,
                    gone.who() + "'s program ended again and again: " + gone.trace().why(),
                    cure(gone.trace().why()),
                    evidence.screen(gone.who())));
  }

  /** What an exit status usually means. */
  private static String cure(String said) {
    Matcher exit = EXIT.matcher(said);
    return switch (exit.find() ? exit.group(1) : "") {
      case "9", "137" ->
          "It was killed, as a rule for want of memory: have fewer agents at a time, or no large"
              + " builds beside each other.";
      case "126", "127" ->
          "A program was not found or may not be run: 'orc doctor' says which; mend the worker's"
              + " PATH.";
      case "130", "143", "2", "15" ->
          "Something ended it from outside. Find out what, a clean-up script for instance, and keep"
              + " it from the agents.";
      default ->
          "Its last screen says why. Settle that before the next try: log-in, arguments, a file that"
              + " it can not read.";
    };
  }

  private static Stream<Finding> blocked(FailureEvidence evidence) {
    Stream<Finding> blocked =
        lastOfEach(reported(evidence, ReportKind.BLOCKED))
            .map(
                said ->
                    Finding.of(
                        MEDIUM,
                        said.who() + " was blocked: " + said.trace().line(),
                        "Settle this before " + said.who() + " begins, or tell it how to go on."));
    Stream<Finding> failed =
        lastOfEach(reported(evidence, ReportKind.FAILED))
            .map(
                said ->
                    Finding.of(
                        MEDIUM,
                        said.who() + " gave up: " + said.trace().line(),
                        "See whether it is still so, and give the task to whoever can do it."));
    return Stream.concat(blocked, failed);
  }

  private static Stream<Left<Trace.Reported>> reported(FailureEvidence evidence, ReportKind kind) {
    return evidence.traces(Trace.Reported.class).filter(said -> said.trace().report() == kind);
  }

  private static Stream<Finding> stuck(FailureEvidence evidence) {
    Map<String, Left<Trace>> first = new LinkedHashMap<>();
    evidence
        .traces(Trace.class)
        .filter(TraceRules::ofStuckness)
        .forEach(one -> first.putIfAbsent(one.who(), one));
    return first.values().stream()
        .map(
            one ->
                new Finding(
                    MEDIUM,
                    one.who()
                        + " was stuck since "
                        + one.at()
                        + " ("
                        + one.trace().sentence()
                        + ")",
                    "Its last screen shows where. Give "
                        + one.who()
                        + " a smaller first step, and have it say what it waits for.",
                    evidence.screen(one.who())));
  }

  private static boolean ofStuckness(Left<Trace> left) {
    return left.trace() instanceof Trace.NoProgress
        || left.trace() instanceof Trace.StillNoProgress;
  }

  private static Stream<Finding> questions(FailureEvidence evidence) {
    return lastOfEach(evidence.traces(Trace.Asks.class))
        .map(
            asked ->
                Finding.of(
                    MEDIUM,
                    asked.who() + " waited for an answer: " + asked.trace().question(),
                    "Answer this in advance, by the program's configuration or by a sentence in the"
                        + " spec."));
  }

  private static Stream<Finding> missing(FailureEvidence evidence) {
    return evidence.traces(Trace.Incomplete.class).reduce((one, other) -> other).stream()
        .map(
            said ->
                Finding.of(
                    MEDIUM,
                    "It was declared complete, but there was missing: " + said.trace().joined(),
                    "Commit everything and settle every open question before reporting done."));
  }

  private static Stream<Finding> limits(FailureEvidence evidence) {
    Totals totals = evidence.outcome().totals();
    boolean said = evidence.outcome().failure() == FailureKind.LIMIT;
    return said || totals == null || totals.limits() == 0
        ? Stream.empty()
        : Stream.of(
            Finding.of(
                LOW,
                "Agents waited for usage limits: " + FailureFindings.waited(totals),
                "Commit before every longer step, so that a wait costs nothing but time."));
  }

  private static Stream<Finding> work(FailureEvidence evidence) {
    return evidence.work().stream().flatMap(TraceRules::work);
  }

  private static Stream<Finding> work(FailureEvidence.Work work) {
    Finding uncommitted =
        Finding.of(
            MEDIUM,
            work.role() + " left uncommitted: " + String.join(", ", work.uncommitted()),
            "Look through these in its worktree first; commit what is worth keeping.");
    Finding commits =
        new Finding(
            LOW,
            work.role() + " has " + work.commits() + " commits that are not merged yet",
            "They are on " + work.branch() + ". Go on from there, do not do it anew.",
            String.join("\n", work.newest()));
    return Stream.concat(
        work.uncommitted().isEmpty() ? Stream.empty() : Stream.of(uncommitted),
        work.commits() == 0 ? Stream.empty() : Stream.of(commits));
  }

  /** The last of each role's. */
  private static <T extends Trace> Stream<Left<T>> lastOfEach(Stream<Left<T>> traces) {
    Map<String, Left<T>> last = new LinkedHashMap<>();
    traces.forEach(one -> last.put(one.who(), one));
    return last.values().stream();
  }
}
