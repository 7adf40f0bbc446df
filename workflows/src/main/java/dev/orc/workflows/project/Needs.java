package dev.orc.workflows.project;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What only a person can settle, each told once. Workflow threads only. */
@Carried
final class Needs {
  private Map<String, Need> open = new LinkedHashMap<>();
  private Set<String> untold = new LinkedHashSet<>();

  /** Answers whether it is new. */
  boolean raise(Need need) {
    if (open.putIfAbsent(need.id(), need) != null) {
      return false;
    }
    untold.add(need.id());
    return true;
  }

  /** Answers whether it was open. */
  boolean settle(String id) {
    untold.remove(id);
    return open.remove(id) != null;
  }

  /** Settles every need whose id begins so. */
  void settleAll(String beginning) {
    List.copyOf(open.keySet()).stream()
        .filter(id -> id.startsWith(beginning))
        .forEach(this::settle);
  }

  Optional<Need> nextUntold() {
    return untold.stream().findFirst().map(open::get);
  }

  void told(String id) {
    untold.remove(id);
  }

  List<Need> open() {
    return new ArrayList<>(open.values());
  }
}
