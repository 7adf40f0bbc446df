package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StoryLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes items of entries; what was added a moment ago stays one. Workflow threads only. */
final class AddedItems {
  private final BatchContext context;
  private final Items items;
  private final Dependents dependents;

  AddedItems(BatchContext context, Dependents dependents) {
    this.context = context;
    this.items = context.items();
    this.dependents = dependents;
  }

  /** Takes the entries in, each with an id of its own. Any of them may depend on any other. */
  BatchAdded take(BatchAdd request) {
    Map<String, String> bySameness = new HashMap<>();
    Map<String, String> idByName = new HashMap<>();
    List<String> ids = new ArrayList<>();
    List<Boolean> repeated = new ArrayList<>();
    for (BatchEntry entry : request.entries()) {
      String sameness = Item.sameness(entry.start());
      Optional<String> same =
          Optional.ofNullable(bySameness.get(sameness)).or(() -> recent(sameness).map(Item::id));
      String id = same.orElseGet(items::nextId);
      bySameness.put(sameness == null ? id : sameness, id);
      idByName.putIfAbsent(entry.name(), id);
      repeated.add(same.isPresent());
      ids.add(id);
    }
    List<BatchAdded.Entry> answer = new ArrayList<>();
    Map<String, Item> fresh = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (int place = 0; place < ids.size(); place++) {
      if (!repeated.get(place)) {
        BatchEntry entry = request.entries().get(place);
        fresh.put(ids.get(place), item(request, entry, ids.get(place), idByName, names));
      }
    }
    add(request.by(), List.copyOf(fresh.values()));
    for (int place = 0; place < ids.size(); place++) {
      Item item = items.byId(ids.get(place)).orElseThrow();
      answer.add(new BatchAdded.Entry(item.id(), item.name(), repeated.get(place)));
    }
    return new BatchAdded(request.id(), context.input().name(), answer);
  }

  /** The answer to a request that was taken before. */
  BatchAdded again(BatchAdd request) {
    List<Item> its =
        items.all().stream().filter(item -> request.id().equals(item.request())).toList();
    List<BatchAdded.Entry> answer = new ArrayList<>();
    for (BatchEntry entry : request.entries()) {
      its.stream()
          .filter(item -> item.spec().equals(entry.start().spec()))
          .findFirst()
          .or(() -> items.same(Item.sameness(entry.start())))
          .ifPresent(item -> answer.add(new BatchAdded.Entry(item.id(), item.name(), true)));
    }
    return new BatchAdded(request.id(), context.input().name(), answer);
  }

  private Item item(
      BatchAdd request,
      BatchEntry entry,
      String id,
      Map<String, String> idByName,
      Set<String> names) {
    List<String> grounds =
        entry.dependsOn().stream()
            .map(name -> idByName.containsKey(name) ? idByName.get(name) : found(name))
            .distinct()
            .toList();
    String name = freeName(entry.name(), names);
    names.add(name);
    return Item.of(id, name, request.id(), entry, grounds, context.now());
  }

  private void add(String by, List<Item> fresh) {
    items.add(fresh);
    for (Item item : fresh) {
      context.enter(StoryLevel.INFO, EntryKind.QUEUE, item.name(), "added by " + by);
      dependents.look(item);
    }
  }

  private String found(String name) {
    return items.byName(name).map(Item::id).orElseThrow();
  }

  /** What fails for good may be added again at once, with another text under the same path. */
  private Optional<Item> recent(String sameness) {
    return items
        .same(sameness)
        .filter(item -> !item.state().over() || item.state() == ItemState.COMPLETED)
        .filter(
            item -> context.now().isBefore(item.addedAt().plus(context.settings().sameWithin())));
  }

  /** Names are how people and other entries speak of an item: no two that live share one. */
  private String freeName(String wanted, Set<String> names) {
    String name = wanted;
    for (int count = 2; names.contains(name) || taken(name); count++) {
      name = wanted + "-" + count;
    }
    return name;
  }

  private boolean taken(String name) {
    return items.byName(name).filter(item -> !item.state().over()).isPresent();
  }
}
