package dev.orc.workflows.project;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids of the updates that were accepted lately, so that a repeat is recognised across
 * continue-as-new. Workflow threads only.
 */
@Carried
final class RecentIds {
  static final int KEPT = 2_000;

  private Set<String> ids = new LinkedHashSet<>();

  boolean seen(String id) {
    return ids.contains(id);
  }

  void remember(String id) {
    ids.add(id);
    if (ids.size() > KEPT) {
      ids.remove(ids.iterator().next());
    }
  }
}
