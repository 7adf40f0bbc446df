package dev.orc.workflows.model;

import java.util.List;

/**
 * What specs there are.
 *
 * @param entries in the order in which they were named
 * @param faults everything that keeps them from being started; empty when nothing does
 * @param batch how they would be run when they are several
 */
public record SpecsReport(List<SpecEntry> entries, List<SpecFault> faults, BatchWish batch) {
  public SpecsReport {
    entries = entries == null ? List.of() : List.copyOf(entries);
    faults = faults == null ? List.of() : List.copyOf(faults);
  }
}
