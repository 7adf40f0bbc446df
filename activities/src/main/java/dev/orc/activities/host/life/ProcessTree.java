package dev.orc.activities.host.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has started whom among this host's processes, as it was at one moment. Immutable. */
final class ProcessTree {
  private final Map<Long, List<Long>> children = new HashMap<>();

  private ProcessTree() {}

  static ProcessTree now() {
    ProcessTree tree = new ProcessTree();
    ProcessHandle.allProcesses()
        .forEach(
            process ->
                process
                    .parent()
                    .ifPresent(
                        parent ->
                            tree.children
                                .computeIfAbsent(parent.pid(), any -> new ArrayList<>())
                                .add(process.pid())));
    return tree;
  }

  /** The process itself and all that come from it. */
  Set<Long> from(long root) {
    Set<Long> found = new HashSet<>();
    Deque<Long> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      long pid = open.remove();
      if (found.add(pid)) {
        open.addAll(children.getOrDefault(pid, List.of()));
      }
    }
    return found;
  }
}
