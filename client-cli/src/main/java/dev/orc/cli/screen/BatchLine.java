package dev.orc.cli.screen;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A batch in one line. Stateless. */
public final class BatchLine {
  private static final int NAMED = 4;

  private BatchLine() {}

  /** How many are where, as {@code 8 projects: 5 completed, 2 running, 1 waiting}. */
  public static String counts(BatchStatus batch) {
    List<String> counts = new ArrayList<>();
    for (ItemState state : ItemState.values()) {
      long count = batch.count(state);
      if (count > 0) {
        counts.add(count + " " + BatchScreen.state(state));
      }
    }
    int all = batch.items().size();
    return all
        + (all == 1 ? " project" : " projects")
        + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
  }

  /** How far it is, what runs, and what is next. */
  public static String progress(BatchStatus batch) {
    List<BatchItem> items = batch.items();
    long over = items.stream().filter(item -> item.state().over()).count();
    String line = over + "/" + items.size() + " done";
    line += named(" · running ", items.stream().filter(BatchLine::works).toList(), NAMED);
    line += named(" · next ", items.stream().filter(BatchLine::waits).toList(), 1);
    return Clean.line(line + (batch.paused() ? " · paused" : ""));
  }

  private static boolean works(BatchItem item) {
    return switch (item.state()) {
      case STARTING, RUNNING, RESEARCHING -> true;
      default -> false;
    };
  }

  private static boolean waits(BatchItem item) {
    return item.state() == ItemState.WAITING || item.state() == ItemState.RETRYING;
  }

  private static String named(String before, List<BatchItem> items, int most) {
    if (items.isEmpty()) {
      return "";
    }
    String names =
        items.stream().limit(most).map(BatchItem::name).collect(Collectors.joining(", "));
    return before + names + (items.size() > most && most > 1 ? ", ..." : "");
  }
}
