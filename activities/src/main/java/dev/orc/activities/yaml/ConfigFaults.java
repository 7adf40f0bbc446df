package dev.orc.activities.yaml;

import dev.orc.activities.failure.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration that can not be used, with everything that is wrong in it. */
public final class ConfigFaults extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public ConfigFaults(List<Fault> faults) {
    super(Kind.USAGE, faults.get(0).toString(), "correct the file and try again");
    this.faults = List.copyOf(faults);
  }

  /** One fault a line. */
  @Override
  public String getMessage() {
    return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
  }

  /** In the order of the lines. */
  public List<Fault> faults() {
    return faults;
  }
}
