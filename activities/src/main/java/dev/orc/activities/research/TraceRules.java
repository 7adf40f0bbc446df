package dev.orc.activities.research;

import static dev.orc.activities.research.Priority.HIGH;
import static dev.orc.activities.research.Priority.LOW;
import static dev.orc.activities.research.Priority.MEDIUM;

import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.Totals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What follows from the traces that the roles have left: timeline, screens, branches. Pure. */
final class TraceRules {
  private static final Pattern GIVEN_UP = Pattern.compile("given up: (.*)");
  private static final Pattern STUCK = Pattern.compile("(?:still )?no progress.*");
  private static final Pattern BLOCKED = Pattern.compile("blocked: (.*)");
  private static final Pattern FAILED = Pattern.compile("failed: (.*)");
  private static final Pattern ASKS = Pattern.compile("asks: (.*)");
  private static final Pattern MISSING = Pattern.compile("not complete yet: (.*)");
  private static final Pattern EXIT = Pattern.compile("(?:status|exit|signal) (\\d{1,3})");

  private TraceRules() {}

  static List<Finding> of(Evidence evidence) {
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

  private static Stream<Finding> crashes(Evidence evidence) {
    boolean reason = evidence.outcome().failure() == FailureKind.CRASH_LOOP;
    return lastOf(evidence, "agent", GIVEN_UP).entrySet().stream()
        .map(
            gone ->
                new Finding(
                    reason ? HIGH : MEDIUM,
                    gone.getKey() + "'s program ended again and again: " + gone.getValue().said(),
                    cure(gone.getValue().said()),
                    evidence.screen(gone.getKey())));
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

  private static Stream<Finding> blocked(Evidence evidence) {
    Stream<Finding> blocked =
        lastOf(evidence, "report", BLOCKED).entrySet().stream()
            .map(
                said ->
                    Finding.of(
                        MEDIUM,
                        said.getKey() + " was blocked: " + said.getValue().said(),
                        "Settle this before "
                            + said.getKey()
                            + " begins, or tell it how to go on."));
    Stream<Finding> failed =
        lastOf(evidence, "report", FAILED).entrySet().stream()
            .map(
                said ->
                    Finding.of(
                        MEDIUM,
                        said.getKey() + " gave up: " + said.getValue().said(),
                        "See whether it is still so, and give the task to whoever can do it."));
    return Stream.concat(blocked, failed);
  }

  private static Stream<Finding> stuck(Evidence evidence) {
    Map<String, Said> first = new LinkedHashMap<>();
    said(evidence, "agent", STUCK).forEach(one -> first.putIfAbsent(one.who(), one));
    return first.values().stream()
        .map(
            one ->
                new Finding(
                    MEDIUM,
                    one.who() + " was stuck since " + one.at() + " (" + one.said() + ")",
                    "Its last screen shows where. Give "
                        + one.who()
                        + " a smaller first step, and have it say what it waits for.",
                    evidence.screen(one.who())));
  }

  private static Stream<Finding> questions(Evidence evidence) {
    return lastOf(evidence, "agent", ASKS).entrySet().stream()
        .map(
            asked ->
                Finding.of(
                    MEDIUM,
                    asked.getKey() + " waited for an answer: " + asked.getValue().said(),
                    "Answer this in advance, by the program's configuration or by a sentence in the"
                        + " spec."));
  }

  private static Stream<Finding> missing(Evidence evidence) {
    return Stream.concat(said(evidence, "phase", MISSING), said(evidence, "git", MISSING))
        .reduce((one, other) -> other)
        .stream()
        .map(
            said ->
                Finding.of(
                    MEDIUM,
                    "It was declared complete, but there was missing: " + said.said(),
                    "Commit everything and settle every open question before reporting done."));
  }

  private static Stream<Finding> limits(Evidence evidence) {
    Totals totals = evidence.outcome().totals();
    boolean said = evidence.outcome().failure() == FailureKind.LIMIT;
    return said || totals == null || totals.limits() == 0
        ? Stream.empty()
        : Stream.of(
            Finding.of(
                LOW,
                "Agents waited for usage limits: " + FailureRules.waited(totals),
                "Commit before every longer step, so that a wait costs nothing but time."));
  }

  private static Stream<Finding> work(Evidence evidence) {
    return evidence.work().stream().flatMap(TraceRules::work);
  }

  private static Stream<Finding> work(Evidence.Work work) {
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

  /** What somebody said, as far as it matters. */
  private record Said(String who, String at, String said) {}

  private static Map<String, Said> lastOf(Evidence evidence, String kind, Pattern pattern) {
    Map<String, Said> last = new LinkedHashMap<>();
    said(evidence, kind, pattern).forEach(one -> last.put(one.who(), one));
    return last;
  }

  private static Stream<Said> said(Evidence evidence, String kind, Pattern pattern) {
    return evidence.entries(kind).flatMap(entry -> said(entry, pattern).stream());
  }

  private static List<Said> said(TimelineEntry entry, Pattern pattern) {
    Matcher found = pattern.matcher(String.valueOf(entry.what()));
    if (!found.find()) {
      return List.of();
    }
    String what = found.groupCount() == 0 ? found.group() : found.group(1);
    String who = entry.who() == null ? "the team" : entry.who();
    return List.of(new Said(who, String.valueOf(entry.at()), what));
  }
}
