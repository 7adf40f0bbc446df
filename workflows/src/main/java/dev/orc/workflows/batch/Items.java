package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.ItemState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The projects of a batch and their order. What is carried over is the list; the orders are made
 * from it, so that a turn costs little with thousands in it. Workflow threads only.
 */
@Carried
final class Items {
  /** Whose turn it is: high priority, then what was never tried, then place. */
  static final Comparator<Item> ORDER =
      Comparator.comparingInt(Item::priority)
          .reversed()
          .thenComparing(Item::stepsBack)
          .thenComparingLong(Item::place);

  private static final int MOST_OVER = 10_000;

  private List<Item> list = new ArrayList<>();
  private long lastId;
  private long lastPlace;

  private final transient Map<String, Item> byId = new HashMap<>();
  private final transient Map<String, Item> byName = new HashMap<>();
  private final transient Map<String, Item> bySameness = new HashMap<>();
  private final transient Map<String, List<Item>> dependents = new HashMap<>();
  private final transient Map<String, Item> active = new LinkedHashMap<>();
  private final transient TreeSet<Item> ready = new TreeSet<>(ORDER);
  private final transient TreeSet<Item> later =
      new TreeSet<>(Comparator.comparing(Item::dueAt).thenComparingLong(Item::place));
  private final transient Map<String, Item> untold = new LinkedHashMap<>();
  private final transient Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);

  /** Makes the orders of what was carried over. */
  void arrange() {
    list.forEach(this::register);
    list.forEach(this::sort);
  }

  String nextId() {
    return Long.toString(++lastId);
  }

  /** Takes them in behind all others; each may depend on any of them. */
  void add(List<Item> items) {
    for (Item item : items) {
      item.place(++lastPlace);
      list.add(item);
      register(item);
    }
    items.forEach(this::sort);
    items.forEach(item -> forgetOldest());
  }

  /** Changes one item; afterwards it stands where it belongs. */
  void change(Item item, Consumer<Item> how) {
    unsort(item);
    counts.merge(item.state(), -1, Integer::sum);
    how.accept(item);
    counts.merge(item.state(), 1, Integer::sum);
    if (!item.state().over()) {
      byName.put(item.name(), item);
    }
    sort(item);
  }

  /** Another place in the order: with that priority before that one, or at the end. */
  void move(Item item, int priority, Item before) {
    unsort(item);
    long place = before == null ? ++lastPlace : before.place();
    if (before != null) {
      list.stream().filter(o -> o.place() >= place).forEach(o -> o.place(o.place() + 1));
      lastPlace++;
    }
    item.prefer(priority, place);
    sort(item);
  }

  List<Item> all() {
    return list;
  }

  Optional<Item> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The newest of that name. */
  Optional<Item> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The newest that is the same as an entry. */
  Optional<Item> same(String sameness) {
    return Optional.ofNullable(bySameness.get(sameness));
  }

  /** By id, name or slug; of several with that slug one that is not over, or else the newest. */
  Optional<Item> find(String words) {
    return byId(words).or(() -> byName(words)).or(() -> byProject(words));
  }

  List<Item> dependentsOf(Item item) {
    return List.copyOf(dependents.getOrDefault(item.id(), List.of()));
  }

  /** Those that run, are being started or looked into. */
  List<Item> active() {
    return List.copyOf(active.values());
  }

  int activeCount() {
    return active.size();
  }

  /** One that people are still to be told of. */
  Optional<Item> firstUntold() {
    return untold.values().stream().findFirst();
  }

  /** The first whose turn it may be. */
  Optional<Item> first(Instant now, Predicate<Item> eligible) {
    while (!later.isEmpty() && !later.first().dueAt().isAfter(now)) {
      ready.add(later.pollFirst());
    }
    return ready.stream().filter(eligible).findFirst();
  }

  /** When the next one's wait is over; null when nobody waits for a time. */
  Instant nextDue() {
    return later.isEmpty() ? null : later.first().dueAt();
  }

  int count(ItemState state) {
    return counts.getOrDefault(state, 0);
  }

  int notOver() {
    return Stream.of(ItemState.values()).filter(s -> !s.over()).mapToInt(this::count).sum();
  }

  /** Somebody that it depends on has changed: perhaps it may start now. */
  void sortAgain(Item item) {
    unsort(item);
    sort(item);
  }

  private Optional<Item> byProject(String slug) {
    Comparator<Item> best =
        Comparator.<Item, Boolean>comparing(item -> !item.state().over())
            .thenComparing(Item::addedAt);
    return list.stream().filter(item -> slug.equals(item.project())).max(best);
  }

  private void register(Item item) {
    byId.put(item.id(), item);
    byName.put(item.name(), item);
    if (item.sameness() != null) {
      bySameness.put(item.sameness(), item);
    }
    counts.merge(item.state(), 1, Integer::sum);
    item.dependsOn()
        .forEach(id -> dependents.computeIfAbsent(id, x -> new ArrayList<>(1)).add(item));
  }

  private void sort(Item item) {
    if (item.untold()) {
      untold.put(item.id(), item);
    }
    if (item.active()) {
      active.put(item.id(), item);
    } else if (item.waits() && satisfied(item)) {
      (item.dueAt() == null ? ready : later).add(item);
    }
  }

  private void unsort(Item item) {
    active.remove(item.id());
    untold.remove(item.id());
    if (item.waits()) {
      ready.remove(item);
      if (item.dueAt() != null) {
        later.remove(item);
      }
    }
  }

  private boolean satisfied(Item item) {
    return item.dependsOn().stream()
        .allMatch(id -> byId(id).filter(on -> on.state() != ItemState.COMPLETED).isEmpty());
  }

  /** A queue that never ends does not grow for ever: who completed long ago is forgotten. */
  private void forgetOldest() {
    if (list.size() - notOver() <= MOST_OVER) {
      return;
    }
    list.stream()
        .filter(item -> item.state().over() && dependentsOf(item).isEmpty())
        .min(Comparator.comparing(Item::endedAt))
        .ifPresent(this::forget);
  }

  private void forget(Item item) {
    list.remove(item);
    byId.remove(item.id());
    byName.remove(item.name(), item);
    bySameness.remove(item.sameness(), item);
    counts.merge(item.state(), -1, Integer::sum);
    item.dependsOn().forEach(id -> dependents.get(id).remove(item));
  }
}
