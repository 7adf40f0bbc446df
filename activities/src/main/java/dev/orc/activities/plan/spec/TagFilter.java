package dev.orc.activities.plan.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps the entries of spec maps that have any of some tags. Immutable. */
final class TagFilter {
  private static final String PLACE = "--filter-tags";

  private final List<String> wanted;

  /**
   * @param wanted none to keep all
   */
  TagFilter(List<String> wanted) {
    this.wanted = wanted;
  }

  /** A document that is named beside the maps has no tags and stays. */
  boolean keeps(Found one) {
    return wanted.isEmpty()
        || !one.mapped()
        || one.entry().tags().stream().anyMatch(wanted::contains);
  }

  /** A tag that no entry has is a fault: nobody would miss what it was to keep. */
  void check(List<Found> found, SpecFaults faults) {
    Set<String> tags = new LinkedHashSet<>();
    found.forEach(one -> tags.addAll(one.entry().tags()));
    for (String tag : wanted) {
      if (!tags.contains(tag)) {
        faults.add(
            PLACE,
            "no entry has the tag '" + tag + "'",
            tags.isEmpty()
                ? "leave the filter out: no entry has a tag"
                : SpecFaults.meant(tag, tags, "the tags there are:"));
      }
    }
  }
}
