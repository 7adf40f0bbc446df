package dev.orc.cli.screen;

import dev.orc.workflows.model.NightBatch;
import dev.orc.workflows.model.NightFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a night came to, in one line. Stateless. */
public final class NightLine {
  private NightLine() {}

  /** How the projects ended, as {@code 3 completed, 1 failed}; empty when none did. */
  public static String ends(NightFigures night) {
    return joined(
        List.of(
            count(night.completed(), "completed"),
            count(night.failed(), "failed"),
            count(night.stopped(), "stopped")));
  }

  /** The same with what waits and what is open; never empty. */
  static String standing(NightFigures night) {
    String line =
        joined(
            List.of(
                ends(night),
                count(night.triedAgain(), night.triedAgain() == 1 ? "try" : "tries")
                    + (night.triedAgain() == 0 ? "" : " that failed and came again"),
                count(night.asks(), night.asks() == 1 ? "asks" : "ask"),
                count(night.open(), "open")));
    return line.isEmpty() ? "nothing ended, and nothing is open" : line;
  }

  /** What there was to it; empty when there was nothing. */
  static String work(NightFigures night) {
    String waited =
        night.limitedSeconds() == 0
            ? ""
            : ", " + Ago.of(Duration.ofSeconds(night.limitedSeconds())) + " waited for";
    return joined(
        List.of(
            things(night.commits(), "commit"),
            count(night.merges(), night.merges() == 1 ? "branch merged" : "branches merged"),
            things(night.restarts(), "restart"),
            night.limits() == 0 ? "" : things(night.limits(), "usage limit") + waited));
  }

  /** As {@code 2 completed, 1 failed, 1 asks}. */
  static String of(NightBatch batch) {
    String line =
        joined(
            List.of(
                count(batch.completed(), "completed"),
                count(batch.failed(), "failed"),
                count(batch.stopped(), "stopped"),
                count(batch.skipped(), "skipped"),
                count(batch.asks(), batch.asks() == 1 ? "asks" : "ask"),
                count(batch.running(), batch.running() == 1 ? "runs" : "run"),
                count(batch.waiting(), batch.waiting() == 1 ? "waits" : "wait")));
    return line.isEmpty() ? "nothing" : line;
  }

  private static String count(int number, String what) {
    return number == 0 ? "" : number + " " + what;
  }

  private static String things(int number, String thing) {
    return count(number, number == 1 ? thing : thing + "s");
  }

  private static String joined(List<String> parts) {
    List<String> said = new ArrayList<>(parts);
    said.removeIf(String::isEmpty);
    return String.join(", ", said);
  }
}
