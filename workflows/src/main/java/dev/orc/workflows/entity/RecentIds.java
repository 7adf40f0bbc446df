package dev.orc.workflows.entity;

import java.util.LinkedHashSet;

/**
 * The ids of the updates that were accepted lately, so that a repeat is recognised across
 * continue-as-new. Workflow threads only.
 */
@Carried
public final class RecentIds {
  public static final int KEPT = 2_000;

  /** As that very class: of a mere set the order would be lost on the way to the next run. */
  private LinkedHashSet<String> ids = new LinkedHashSet<>();

  public boolean seen(String id) {
    return ids.contains(id);
  }

  public void remember(String id) {
    ids.add(id);
    if (ids.size() > KEPT) {
      ids.remove(ids.iterator().next());
    }
  }
}
