package dev.orc.workflows.batch;

import dev.orc.workflows.entity.CheckedUpdate;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.policy.DependencyRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The update {@code add}: projects that the batch is to run. */
final class AddItemsUpdate extends CheckedUpdate<BatchAdd, BatchAdded> {
  private static final int MOST_ITEMS = 10_000;
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_PARALLEL = 100;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PATH = 4_096;
  private static final int MOST_WORDS = 50;

  private final BatchContext context;
  private final AddedItems admission;

  AddItemsUpdate(BatchContext context, BatchLoop batch) {
    super(BatchAdd::id, context.state().ids(), context.wakeup(), batch.drain());
    this.context = context;
    this.admission = new AddedItems(context, batch.dependents());
  }

  @Override
  protected void check(BatchAdd request) {
    context.requireOpen();
    wish(request.wish());
    int count = request.entries().size();
    if (count == 0 || count > MOST_AT_ONCE) {
      throw Refusals.usage("1 to " + MOST_AT_ONCE + " projects can be added at once");
    }
    if (context.items().notOver() + count > MOST_ITEMS) {
      throw Refusals.refused(
          "the queue is full: " + MOST_ITEMS + " projects that are not over are the most");
    }
    request.entries().forEach(AddItemsUpdate::entry);
    dependencies(request.entries());
  }

  @Override
  protected BatchAdded act(BatchAdd request) {
    context.lifecycle().heed(request.wish());
    return admission.take(request);
  }

  /** Where those are now that were added then. */
  @Override
  protected BatchAdded again(BatchAdd request) {
    return admission.again(request);
  }

  private static void wish(BatchWish wish) {
    Integer parallel = wish.parallel();
    if (parallel != null && (parallel < 1 || parallel > MOST_PARALLEL)) {
      throw Refusals.usage("1 to " + MOST_PARALLEL + " projects can run at a time");
    }
    if (wish.logLevel() != null
        && Stream.of(StoryLevel.values())
            .noneMatch(level -> level.name().equalsIgnoreCase(wish.logLevel()))) {
      throw Refusals.usage("the log level is one of " + List.of(StoryLevel.values()));
    }
  }

  private static void entry(BatchEntry entry) {
    if (blank(entry.name()) || entry.name().length() > LONGEST_NAME) {
      throw Refusals.usage("a project of a batch needs a name of 1 to 100 characters");
    }
    if (entry.start() == null || blank(entry.start().spec())) {
      throw Refusals.usage(entry.name() + " has no spec");
    }
    if (entry.start().spec().length() > LONGEST_PATH) {
      throw Refusals.usage("the path of the spec of " + entry.name() + " is too long");
    }
    if (entry.tags().size() > MOST_WORDS || entry.dependsOn().size() > MOST_AT_ONCE) {
      throw Refusals.usage(entry.name() + " has too many tags or depends on too many");
    }
    StartRequest start = entry.start();
    int words =
        Stream.of(entry.tags(), start.programs(), start.settings())
            .flatMap(List::stream)
            .mapToInt(String::length)
            .sum();
    if (words > LONGEST_PATH) {
      throw Refusals.usage("the tags, programs and settings of " + entry.name() + " are too long");
    }
  }

  private void dependencies(List<BatchEntry> entries) {
    Map<String, List<String>> dependsOn = new LinkedHashMap<>();
    Map<String, Integer> times = new LinkedHashMap<>();
    for (BatchEntry entry : entries) {
      dependsOn.put(entry.name(), entry.dependsOn());
      times.merge(entry.name(), 1, Integer::sum);
    }
    for (BatchEntry entry : entries) {
      for (String ground : entry.dependsOn()) {
        if (times.getOrDefault(ground, 0) > 1) {
          throw Refusals.usage(
              entry.name() + " depends on " + ground + ", and several are named so");
        }
        if (!times.containsKey(ground) && context.items().byName(ground).isEmpty()) {
          throw Refusals.usage(
              entry.name() + " depends on " + ground + ", which the batch does not have");
        }
      }
    }
    List<String> ring = DependencyRules.ring(dependsOn);
    if (!ring.isEmpty()) {
      String round = String.join(", ", ring) + ", " + ring.get(0);
      throw Refusals.usage("they depend on each other in a ring: " + round);
    }
  }
}
