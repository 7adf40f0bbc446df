package dev.orc.activities.plan.spec;

import dev.orc.base.text.CleanText;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.SpecFault;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each as clean single lines. For one thread. */
final class SpecFaults {
  private static final int LONGEST = 300;

  private final Set<SpecFault> faults = new LinkedHashSet<>();

  void add(String place, String fault, String remedy) {
    add(at(place, fault, remedy));
  }

  /** The same fault at the same place is told once. */
  void add(SpecFault fault) {
    faults.add(fault);
  }

  boolean none() {
    return faults.isEmpty();
  }

  List<SpecFault> all() {
    return List.copyOf(faults);
  }

  static SpecFault at(String place, String fault, String remedy) {
    return new SpecFault(
        CleanText.oneLine(place),
        CleanText.oneLine(fault, LONGEST),
        CleanText.oneLine(remedy, LONGEST));
  }

  /** The name that was meant, or all that there are. */
  static String meant(String given, Collection<String> names, String otherwise) {
    return Nearest.to(given, names)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> otherwise + " " + String.join(", ", names));
  }
}
