package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.JsonNode.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What waits for what, by the names of one request. For one request. */
final class Dependencies {
  private final Map<String, List<Found>> byName = new HashMap<>();
  private final Map<Found, Map<Found, Text>> needs = new LinkedHashMap<>();
  private final Map<Found, String> names;
  private final SpecFaults faults;

  /**
   * @param names what each of them is called, which is unique
   * @param skipped why some of them are not started
   */
  Dependencies(Map<Found, String> names, Map<Found, String> skipped, SpecFaults faults) {
    this.names = names;
    this.faults = faults;
    for (Found one : names.keySet()) {
      for (String name : callable(one)) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(one);
      }
    }
    for (Found one : names.keySet()) {
      needs.put(one, new LinkedHashMap<>());
      one.entry().needs().forEach(need -> resolve(one, need, skipped));
    }
    refuseCycles();
  }

  /** The names of what must be completed before it. */
  List<String> of(Found one) {
    return needs.get(one).keySet().stream().map(names::get).toList();
  }

  private Set<String> callable(Found one) {
    return new HashSet<>(List.of(names.get(one), one.stem(), one.entry().written()));
  }

  private void resolve(Found one, Text need, Map<Found, String> skipped) {
    String place = one.source() + ":" + need.spot();
    List<Found> meant = inOwnMap(one, byName.getOrDefault(need.value(), List.of()));
    if (meant.isEmpty()) {
      Collection<String> known = new TreeSet<>(names.values());
      faults.add(
          place,
          "depends on '" + need.value() + "', which is not there",
          SpecFaults.meant(
              need.value(), known, "write the name of a spec file without its ending:"));
    } else if (meant.size() > 1) {
      faults.add(
          place,
          "'" + need.value() + "' may be " + described(meant),
          "write the spec_file as it is written there");
    } else if (skipped.containsKey(meant.get(0)) && !skipped.containsKey(one)) {
      faults.add(
          place,
          "depends on '" + need.value() + "', which is not started: " + skipped.get(meant.get(0)),
          "start that one too, or take it out of depends_on");
    } else {
      needs.get(one).put(meant.get(0), need);
    }
  }

  private static List<Found> inOwnMap(Found one, List<Found> meant) {
    List<Found> own = meant.stream().filter(other -> other.source().equals(one.source())).toList();
    return own.isEmpty() ? meant : own;
  }

  private static String described(List<Found> several) {
    return several.stream()
        .map(one -> one.entry().written() + " (" + one.entry().place() + ")")
        .collect(Collectors.joining(" or "));
  }

  /** Takes away what waits for nothing until only cycles, and what waits for them, are left. */
  private void refuseCycles() {
    Map<Found, Set<Found>> waiting = new HashMap<>();
    Map<Found, Integer> open = new LinkedHashMap<>();
    Deque<Found> free = new ArrayDeque<>();
    needs.forEach(
        (one, before) -> {
          before
              .keySet()
              .forEach(other -> waiting.computeIfAbsent(other, key -> new HashSet<>()).add(one));
          open.put(one, before.size());
          if (before.isEmpty()) {
            free.add(one);
          }
        });
    while (!free.isEmpty()) {
      Found done = free.remove();
      open.remove(done);
      for (Found after : waiting.getOrDefault(done, Set.of())) {
        if (open.merge(after, -1, Integer::sum) == 0) {
          free.add(after);
        }
      }
    }
    Set<Found> told = new HashSet<>();
    open.keySet().forEach(one -> follow(one, open.keySet(), told));
  }

  /** Follows what is waited for until it comes round; says so once for each round. */
  private void follow(Found start, Set<Found> stuck, Set<Found> told) {
    List<Found> way = new ArrayList<>();
    Set<Found> seen = new HashSet<>();
    Found at = start;
    while (!told.contains(at)) {
      if (!seen.add(at)) {
        say(way.subList(way.indexOf(at), way.size()));
        break;
      }
      way.add(at);
      at = needs.get(at).keySet().stream().filter(stuck::contains).findFirst().orElseThrow();
    }
    told.addAll(way);
  }

  private void say(List<Found> cycle) {
    Found first = cycle.get(0);
    String round = cycle.stream().map(names::get).collect(Collectors.joining(" -> "));
    Text need = needs.get(first).get(cycle.get(1 % cycle.size()));
    faults.add(
        first.source() + ":" + need.spot(),
        "each waits for the next: " + round + " -> " + names.get(first),
        "take one of them out of depends_on");
  }
}
