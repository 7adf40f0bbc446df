package dev.orc.activities.plan.analysis;

import java.util.List;

/** An answer that can not be used; says all that is wrong with it, for the next try. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit(List<String> faults) {
    super(String.join("\n", faults));
  }

  Unfit(String fault) {
    this(List.of(fault));
  }

  List<String> faults() {
    return getMessage().lines().toList();
  }
}
