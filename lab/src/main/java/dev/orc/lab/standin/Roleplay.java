package dev.orc.lab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A team of three that builds a program which greets: the steps of each role, in order, each with
 * what the model must have heard before. Stateless.
 */
final class Roleplay {
  private record Line(Pattern heard, Step step) {
    static Line of(Step step) {
      return new Line(Pattern.compile(""), step);
    }

    static Line after(String heard, Step step) {
      return new Line(Pattern.compile(heard), step);
    }
  }

  private static final List<Line> DEVELOPER =
      List.of(
          Line.of(Step.write("greet.sh", "#!/bin/sh", "echo \"Hello, ${1:-world}!\"")),
          Line.of(Step.run("git add greet.sh")),
          Line.of(Step.run("git commit -m 'Greet whoever is named'")),
          Line.of(Step.run("orc send tester 'greet.sh is ready to be tested'")),
          Line.of(Step.run("orc report done 'greet.sh greets by name; sh greet.sh Ann shows it'")));

  private static final String READY = "greet\\.sh is ready";

  private static final List<Line> TESTER =
      List.of(
          Line.after(
              READY,
              Step.write("test.sh", "#!/bin/sh", "test \"$(sh greet.sh Ann)\" = \"Hello, Ann!\"")),
          Line.after(READY, Step.run("git add test.sh")),
          Line.after(READY, Step.run("git commit -m 'Prove the greeting'")),
          Line.after(READY, Step.run("orc report done 'test.sh proves greet.sh'")));

  private static final List<Line> LEAD =
      List.of(
          Line.of(Step.write("plan.md", "# Plan", "R1: greet.sh (developer), test.sh (tester)")),
          Line.of(Step.run("git add plan.md")),
          Line.of(Step.run("git commit -m 'Plan who does what'")),
          Line.of(Step.run("orc report progress 'the plan is written'")),
          Line.after(
              "(?s)Report of developer, done.*Report of tester, done"
                  + "|Report of tester, done.*Report of developer, done",
              Step.run("orc report done 'greet.sh is there and test.sh proves it'")));

  /** Anybody else has nothing to do, and says so. */
  private static final List<Line> OTHERS =
      List.of(Line.of(Step.run("orc report done 'nothing was left for me to do'")));

  private Roleplay() {}

  /** The first step of its role that is due and was not done; empty when it has to wait. */
  static Optional<Step> next(Talk talk) {
    if (talk.part().isEmpty()) {
      return Optional.empty();
    }
    Talk.Part part = talk.part().get();
    String all = String.join("\n", talk.texts());
    for (Line line : lines(part.role())) {
      if (talk.isThrough(line.step())) {
        continue;
      }
      return line.heard().matcher(all).find() ? Optional.of(line.step()) : Optional.empty();
    }
    return again(talk, all);
  }

  /**
   * Whose word was not borne out by the evidence settles what is missing, and reports once more.
   */
  private static Optional<Step> again(Talk talk, String all) {
    List<Step> steps = new ArrayList<>();
    if (all.contains("uncommitted changes in your worktree")) {
      steps.add(Step.run("git add --all"));
      steps.add(Step.run("git commit -m 'Keep what was left'"));
    }
    if (all.contains("eport done again")) {
      steps.add(Step.run("orc report done 'what was missing is settled'"));
    }
    return steps.stream().filter(step -> !talk.isThrough(step)).findFirst();
  }

  private static List<Line> lines(String role) {
    return switch (role) {
      case "orchestrator" -> LEAD;
      case "developer" -> DEVELOPER;
      case "tester" -> TESTER;
      default -> OTHERS;
    };
  }
}
