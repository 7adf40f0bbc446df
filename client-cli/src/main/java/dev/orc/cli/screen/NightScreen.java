package dev.orc.cli.screen;

import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NightBatch;
import dev.orc.workflows.model.NightEnd;
import dev.orc.workflows.model.NightOpen;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.VerifyResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A night as one page: its numbers, what waits for a person, what has ended and how, the batches,
 * and what is open. Immutable.
 */
public record NightScreen(WallTime times, int columns, Paint paint) {
  private static final int COMMIT = 10;

  public List<String> lines(Night night) {
    List<String> lines = new ArrayList<>();
    String head = "Since " + times.at(night.since()) + " on " + night.host();
    lines.add(paint.bold(Width.cut(Clean.line(head), columns)));
    wrapped(lines, "", NightLine.standing(night.figures()));
    wrapped(lines, "", NightLine.work(night.figures()));
    section(lines, paint.red("NEEDS YOU"), needs(night));
    section(lines, paint.green("COMPLETED"), ends(night.completed()));
    section(lines, paint.red("FAILED"), ends(night.failed()));
    section(lines, paint.yellow("STOPPED"), ends(night.stopped()));
    section(lines, "BATCHES", batches(night));
    section(lines, "OPEN", open(night));
    return lines;
  }

  private void section(List<String> lines, String title, List<String> within) {
    if (!within.isEmpty()) {
      lines.add("");
      lines.add(paint.bold(title));
      lines.addAll(within);
    }
  }

  private List<String> needs(Night night) {
    List<String> lines = new ArrayList<>();
    for (Need need : night.needs()) {
      String who = need.project() + (need.role() == null ? "" : ":" + need.role());
      String since = need.at() == null ? "" : " (since " + times.at(need.at()) + ")";
      hanging(lines, who + ": " + need.what() + since);
      remedy(lines, need.remedy());
    }
    return lines;
  }

  private List<String> ends(List<NightEnd> ends) {
    List<String> lines = new ArrayList<>();
    for (NightEnd end : ends) {
      String title = end.title() == null || end.title().isBlank() ? "" : "  " + end.title();
      lines.add("  " + Width.cut(Clean.line(end.project() + title), columns - 2));
      wrapped(lines, "    ", how(end));
      wrapped(lines, "    ", proven(end));
      wrapped(lines, "    ", end.reason() == null ? "" : end.reason());
      if (end.phase() != Phase.COMPLETED) {
        remedy(lines, end.look());
      }
    }
    return lines;
  }

  /** When, how long, and what of it. */
  private String how(NightEnd end) {
    List<String> parts = new ArrayList<>();
    if (end.endedAt() != null) {
      parts.add(times.at(end.endedAt()));
    }
    if (end.startedAt() != null && end.endedAt() != null) {
      parts.add("took " + Ago.of(Duration.between(end.startedAt(), end.endedAt())));
    }
    if (end.failure() != null) {
      parts.add(end.failure().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (end.tries() > 1) {
      parts.add(end.tries() + " tries");
    }
    parts.add(end.commits() + (end.commits() == 1 ? " commit" : " commits"));
    if (end.tokens() > 0) {
      parts.add(end.tokens() + " tokens");
    }
    if (end.batch() != null) {
      parts.add("batch " + end.batch());
    }
    return String.join(", ", parts);
  }

  /** What went into which branch, and what VERIFY said of it. */
  private static String proven(NightEnd end) {
    List<String> parts = new ArrayList<>();
    if (end.head() != null) {
      String roles = end.merged().isEmpty() ? "" : String.join(", ", end.merged()) + " merged; ";
      String branch = end.branch() == null ? "its branch" : end.branch();
      parts.add(roles + branch + " is at " + shortened(end.head()));
    }
    VerifyResult said = end.verification();
    if (said != null) {
      parts.add(
          said.failed() == null
              ? "VERIFY passed: " + String.join("; ", said.commands())
              : "VERIFY failed: " + said.failed());
    }
    return String.join("; ", parts);
  }

  private static String shortened(String commit) {
    return commit.length() > COMMIT ? commit.substring(0, COMMIT) : commit;
  }

  private List<String> batches(Night night) {
    List<String> lines = new ArrayList<>();
    for (NightBatch batch : night.batches()) {
      String over = batch.endedAt() == null ? "" : "; over at " + times.at(batch.endedAt());
      hanging(lines, batch.batch() + ": " + NightLine.of(batch) + over);
    }
    return lines;
  }

  private List<String> open(Night night) {
    List<String> lines = new ArrayList<>();
    for (NightOpen open : night.open()) {
      String phase = open.phase() == null ? "DOES NOT ANSWER" : open.phase().name();
      String conditions =
          open.conditions().isEmpty() ? "" : " (" + String.join(", ", open.conditions()) + ")";
      String since = open.phaseSince() == null ? "" : " since " + times.at(open.phaseSince());
      String asks = open.needs() == 0 ? "" : ", " + open.needs() + " to answer";
      String title = open.title() == null || open.title().isBlank() ? "" : "  " + open.title();
      String line = open.project() + ": " + phase + conditions + since + asks + title;
      lines.add("  " + Width.cut(Clean.line(line), columns - 2));
    }
    return lines;
  }

  private void remedy(List<String> lines, String remedy) {
    if (remedy != null) {
      Width.wrapped(Clean.line(remedy), columns - 4)
          .forEach(line -> lines.add(paint.faint("    " + line)));
    }
  }

  private void hanging(List<String> lines, String text) {
    int before = lines.size();
    for (String line : Width.wrapped(Clean.line(text), columns - 4)) {
      lines.add((lines.size() == before ? "  " : "    ") + line);
    }
  }

  private void wrapped(List<String> lines, String indent, String text) {
    if (!text.isBlank()) {
      Width.wrapped(Clean.line(text), columns - indent.length())
          .forEach(line -> lines.add(indent + line));
    }
  }
}
