package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The batch as a person wants to see it. Changes nothing. */
final class BatchStatusBoard {
  private static final int LISTED = 30;

  /** What runs, then what waits in its order, then what is over. */
  private static final Comparator<Item> AS_STARTED =
      Comparator.comparingInt(BatchStatusBoard::group)
          .thenComparing(Item::endedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Items.ORDER);

  private final BatchContext context;

  BatchStatusBoard(BatchContext context) {
    this.context = context;
  }

  BatchStatus status() {
    return new BatchStatus(
        context.input().name(),
        context.workflowId(),
        context.input().host(),
        context.lifecycle().paused(),
        condition(),
        context.settings(),
        context.lifecycle().startedAt(),
        context.lifecycle().endedAt(),
        context.items().all().stream().sorted(AS_STARTED).map(this::item).toList());
  }

  /** Markdown for Temporal's own web UI. */
  String details() {
    StringBuilder text = new StringBuilder("**").append(condition()).append("**\n\n");
    text.append("| state | projects |\n| --- | --- |\n");
    for (ItemState state : ItemState.values()) {
      if (context.items().count(state) > 0) {
        text.append("| ").append(word(state)).append(" | ");
        text.append(context.items().count(state)).append(" |\n");
      }
    }
    List<Item> active = context.items().active();
    if (!active.isEmpty()) {
      text.append("\n| project | state | try |\n| --- | --- | --- |\n");
    }
    for (Item item : active.subList(0, Math.min(LISTED, active.size()))) {
      text.append("| ").append(item.name().replace("|", "\\|"));
      text.append(" | ").append(word(item.state()));
      text.append(" | ").append(item.tries().begun()).append(" |\n");
    }
    return text.toString();
  }

  private String condition() {
    if (context.lifecycle().endedAt() != null) {
      return context.lifecycle().canceled() ? "canceled" : "over";
    }
    if (context.lifecycle().canceled()) {
      return "ending: canceled";
    }
    if (context.lifecycle().paused()) {
      return "paused: " + context.lifecycle().pausedWhy();
    }
    if (context.items().activeCount() > 0) {
      return "working";
    }
    return context.items().notOver() > 0 ? "waiting" : "waiting for projects";
  }

  private BatchItem item(Item item) {
    return new BatchItem(
        item.id(),
        item.name(),
        item.project(),
        item.spec(),
        item.directory(),
        item.priority(),
        item.dependsOn().stream().map(this::name).toList(),
        item.tags(),
        item.state(),
        item.tries().begun(),
        reason(item),
        item.failure(),
        item.addedAt(),
        item.startedAt(),
        item.endedAt(),
        item.nextAt());
  }

  private String reason(Item item) {
    if (item.removal() != null) {
      return "stopping; " + item.removal();
    }
    List<String> grounds =
        item.waits()
            ? item.dependsOn().stream().filter(this::awaited).map(this::name).toList()
            : List.of();
    if (!grounds.isEmpty()) {
      String few = grounds.stream().limit(3).collect(Collectors.joining(", "));
      int more = grounds.size() - 3;
      return "waits for " + few + (more > 0 ? " and " + more + " more" : "");
    }
    return item.reason();
  }

  private boolean awaited(String id) {
    return context.items().byId(id).filter(on -> on.state() != ItemState.COMPLETED).isPresent();
  }

  private String name(String id) {
    return context.items().byId(id).map(Item::name).orElse(id);
  }

  private static int group(Item item) {
    return item.active() ? 0 : item.state().over() ? 2 : 1;
  }

  private static String word(ItemState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
