package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.policy.DependencyRules;
import dev.orc.workflows.project.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Refuses what can not be done, before it leaves any trace in the history; changes nothing. What
 * was accepted before is never refused.
 */
final class Doorkeeper {
  static final int MOST_ITEMS = 10_000;
  static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_PARALLEL = 100;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PATH = 4_096;
  private static final int MOST_WORDS = 50;

  private final Desk desk;
  private final Dependents dependents;

  Doorkeeper(Desk desk, Dependents dependents) {
    this.desk = desk;
    this.dependents = dependents;
  }

  void add(BatchAdd request) {
    if (known(request.id())) {
      return;
    }
    open();
    wish(request.wish());
    int count = request.entries().size();
    if (count == 0 || count > MOST_AT_ONCE) {
      throw Refusals.usage("1 to " + MOST_AT_ONCE + " projects can be added at once");
    }
    if (desk.items().notOver() + count > MOST_ITEMS) {
      throw Refusals.refused(
          "the queue is full: " + MOST_ITEMS + " projects that are not over are the most");
    }
    request.entries().forEach(Doorkeeper::entry);
    dependencies(request.entries());
  }

  void remove(ItemRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    Item item = item(request.item());
    if (item.state().over()) {
      throw Refusals.refused(item.name() + " is over already: " + word(item));
    }
    if (item.active() && !request.stop()) {
      throw Refusals.refused(
          item.name() + " is " + word(item) + "; it is stopped and removed with --stop");
    }
  }

  void move(MoveRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    long wishes =
        Stream.of(request.priority() != null, request.before() != null, request.last())
            .filter(given -> given)
            .count();
    if (wishes != 1) {
      throw Refusals.usage("it is moved by exactly one of priority, before and last");
    }
    Item item = notOver(item(request.item()));
    if (request.before() != null && notOver(item(request.before())) == item) {
      throw Refusals.usage(item.name() + " can not go before itself");
    }
  }

  void retry(ItemRequest request) {
    if (known(request.id())) {
      return;
    }
    open();
    if (request.item() == null) {
      if (desk.items().count(ItemState.ESCALATED) == 0) {
        throw Refusals.refused("nothing has failed for good");
      }
      return;
    }
    Item item = item(request.item());
    if (!item.state().over()) {
      throw Refusals.refused(item.name() + " is not over: " + word(item));
    }
    if (item.state() == ItemState.COMPLETED) {
      throw Refusals.refused(item.name() + " has completed; what is to be done again is added");
    }
    dependents
        .missing(item)
        .ifPresent(
            ground -> {
              String how = ground.name() + ", which is " + word(ground);
              throw Refusals.refused(item.name() + " depends on " + how + ": retry that first");
            });
  }

  void whileOpen(Request request) {
    if (!known(request.id())) {
      open();
    }
  }

  private boolean known(String id) {
    if (blank(id) || id.length() > LONGEST_ID) {
      throw Refusals.usage("an update needs an id of 1 to " + LONGEST_ID + " characters");
    }
    return desk.state().ids().seen(id);
  }

  private void open() {
    if (desk.course().endedAt() != null || desk.course().canceled()) {
      throw Refusals.refused("the batch " + desk.input().name() + " is ending");
    }
  }

  private Item item(String words) {
    if (blank(words)) {
      throw Refusals.usage("it does not say which project");
    }
    return desk.items()
        .find(words)
        .orElseThrow(() -> Refusals.notFound("the batch has no project " + words));
  }

  private static Item notOver(Item item) {
    if (item.state().over()) {
      throw Refusals.refused(item.name() + " is over already: " + word(item));
    }
    return item;
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
        if (!times.containsKey(ground) && desk.items().byName(ground).isEmpty()) {
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

  private static String word(Item item) {
    return item.state().name().toLowerCase(Locale.ROOT);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
