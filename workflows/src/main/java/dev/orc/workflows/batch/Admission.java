package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StoryLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes items of entries; what was added a moment ago stays one. Workflow threads only. */
final class Admission {
  private final Desk desk;
  private final Items items;
  private final Dependents dependents;

  Admission(Desk desk, Dependents dependents) {
    this.desk = desk;
    this.items = desk.items();
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
    for (int place = 0; place < ids.size(); place++) {
      if (!repeated.get(place)) {
        add(request, request.entries().get(place), ids.get(place), idByName);
      }
    }
    for (int place = 0; place < ids.size(); place++) {
      Item item = items.byId(ids.get(place)).orElseThrow();
      answer.add(new BatchAdded.Entry(item.id(), item.name(), repeated.get(place)));
    }
    return new BatchAdded(request.id(), desk.input().name(), answer);
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
    return new BatchAdded(request.id(), desk.input().name(), answer);
  }

  private void add(BatchAdd request, BatchEntry entry, String id, Map<String, String> idByName) {
    List<String> grounds =
        entry.dependsOn().stream()
            .map(name -> idByName.containsKey(name) ? idByName.get(name) : found(name))
            .distinct()
            .toList();
    long now = desk.now().toEpochMilli();
    Item item = Item.of(id, freeName(entry.name()), request.id(), entry, grounds, now);
    items.add(item);
    desk.enter(StoryLevel.INFO, "queue", item.name(), "added by " + request.by());
    dependents.look(item);
  }

  private String found(String name) {
    return items.find(name).map(Item::id).orElseThrow();
  }

  /** What fails for good may be added again at once, with another text under the same path. */
  private Optional<Item> recent(String sameness) {
    return items
        .same(sameness)
        .filter(item -> !item.state().over() || item.state() == ItemState.COMPLETED)
        .filter(item -> desk.now().isBefore(item.addedAt().plus(desk.settings().sameWithin())));
  }

  /** Names are how people and other entries speak of an item: no two that live share one. */
  private String freeName(String wanted) {
    String name = wanted;
    for (int count = 2; taken(name); count++) {
      name = wanted + "-" + count;
    }
    return name;
  }

  private boolean taken(String name) {
    return items.byName(name).filter(item -> !item.state().over()).isPresent();
  }
}
