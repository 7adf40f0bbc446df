package dev.orc.workflows.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may depend on whom: nobody on itself, by whatever detour. */
public final class DependencyRules {
  private DependencyRules() {}

  /**
   * The names of a ring, in its order; empty when there is none.
   *
   * @param dependsOn name to the names that it depends on; other names are ignored
   */
  public static List<String> ring(Map<String, List<String>> dependsOn) {
    Map<String, List<String>> left = withoutFree(dependsOn);
    return left.isEmpty() ? List.of() : walk(left);
  }

  /** Takes away, again and again, who depends on nobody that is left. Costs no deep recursion. */
  private static Map<String, List<String>> withoutFree(Map<String, List<String>> dependsOn) {
    Map<String, Set<String>> waiting = new LinkedHashMap<>();
    Map<String, List<String>> dependents = new LinkedHashMap<>();
    ArrayDeque<String> free = new ArrayDeque<>();
    dependsOn.forEach(
        (name, grounds) -> {
          Set<String> known = new HashSet<>(grounds);
          known.retainAll(dependsOn.keySet());
          waiting.put(name, known);
          known.forEach(one -> dependents.computeIfAbsent(one, x -> new ArrayList<>()).add(name));
          if (known.isEmpty()) {
            free.add(name);
          }
        });
    Map<String, List<String>> left = new LinkedHashMap<>(dependsOn);
    while (!free.isEmpty()) {
      String done = free.poll();
      left.remove(done);
      for (String dependent : dependents.getOrDefault(done, List.of())) {
        Set<String> grounds = waiting.get(dependent);
        grounds.remove(done);
        if (grounds.isEmpty()) {
          free.add(dependent);
        }
      }
    }
    return left;
  }

  /** Everybody left depends on somebody left: whoever walks on comes round. */
  private static List<String> walk(Map<String, List<String>> left) {
    List<String> way = new ArrayList<>();
    String here = left.keySet().iterator().next();
    while (!way.contains(here)) {
      way.add(here);
      here = left.get(here).stream().filter(left::containsKey).findFirst().orElseThrow();
    }
    return List.copyOf(way.subList(way.indexOf(here), way.size()));
  }
}
