package dev.orc.cli.screen;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A batch as lines: what needs a person first, then its projects in the order in which they are
 * started, then how many are where. Immutable.
 *
 * @param now the moment that it shows
 * @param columns the width of the page
 * @param room the width that a row may take
 */
public record BatchScreen(Instant now, int columns, int room, Paint paint) {
  private static final int STATE_COLUMN = 3;

  public List<String> lines(BatchStatus batch) {
    List<String> lines = new ArrayList<>(needs(batch));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(headline(batch));
    if (!batch.items().isEmpty()) {
      lines.addAll(table(batch).lines(room, "  "));
    }
    lines.add(BatchLine.counts(batch));
    return lines;
  }

  private List<String> needs(BatchStatus batch) {
    List<String> lines = new ArrayList<>();
    for (BatchItem item : batch.items()) {
      if (item.state() == ItemState.ESCALATED) {
        String age = " (" + Ago.since(item.endedAt(), now) + ")";
        String what = Clean.line(item.name() + ": " + reason(item)) + age;
        String remedy = BatchNeeds.look(batch, item);
        Width.wrapped(what, columns - 4).forEach(line -> lines.add("  " + line));
        lines.add(paint.faint("    " + Clean.line(remedy)));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, paint.bold(paint.red("NEEDS YOU")));
    }
    return lines;
  }

  private String headline(BatchStatus batch) {
    String condition = batch.condition() == null ? "" : Clean.line(batch.condition());
    String parallel =
        batch.settings() == null ? "" : ", " + batch.settings().parallel() + " at a time";
    String ended = batch.endedAt() == null ? "" : ", ended " + ago(batch.endedAt());
    return paint.bold(Clean.line(batch.batch())) + "  " + condition + parallel + ended;
  }

  private String ago(Instant moment) {
    return Ago.since(moment, now) + " ago";
  }

  private Table table(BatchStatus batch) {
    Table table =
        new Table(
            List.of("#", "NAME", "PROJECT", "STATE", "TRIES", "PRIORITY", "SINCE", "REASON"),
            List.of("#", "TRIES", "PRIORITY", "SINCE"));
    int position = 0;
    for (BatchItem item : batch.items()) {
      position++;
      table.row(
          position,
          item.name(),
          item.project() == null ? "-" : item.project(),
          state(item.state()),
          item.tries() == 0 ? "-" : item.tries(),
          item.priority(),
          Ago.since(since(item), now),
          reason(item));
    }
    table.paint((column, text) -> column == STATE_COLUMN ? painted(text) : text);
    return table;
  }

  private String painted(String text) {
    return switch (text.strip()) {
      case "completed" -> paint.green(text);
      case "running", "starting" -> paint.cyan(text);
      case "researching", "retrying", "skipped", "stopped" -> paint.yellow(text);
      case "escalated" -> paint.red(text);
      default -> text;
    };
  }

  /** Why it is where it is, and when it goes on. */
  private String reason(BatchItem item) {
    String reason = item.reason() == null ? "" : item.reason();
    if (item.nextAt() == null || !item.nextAt().isAfter(now)) {
      return reason;
    }
    String next = "next try in " + Ago.of(Duration.between(now, item.nextAt()));
    return reason.isEmpty() ? next : reason + "; " + next;
  }

  private static Instant since(BatchItem item) {
    if (item.endedAt() != null) {
      return item.endedAt();
    }
    return item.startedAt() == null ? item.addedAt() : item.startedAt();
  }

  /** A state as people read it. */
  public static String state(ItemState state) {
    return state == null ? "unknown" : state.name().toLowerCase(Locale.ROOT);
  }
}
