package dev.orc.activities.plan.spec;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.SpecFault;
import java.nio.file.Path;
import java.util.List;

/** A spec that can not be used, with the places of everything that keeps it from being used. */
public final class SpecRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  private final transient List<SpecFault> faults;

  private SpecRefusal(Kind kind, String message, List<SpecFault> faults) {
    super(kind, message, faults.get(0).remedy());
    this.faults = List.copyOf(faults);
  }

  /** The file as a whole: its name and the fault make one sentence. */
  static SpecRefusal of(Kind kind, Path file, String fault, String remedy) {
    return new SpecRefusal(
        kind, file + " " + fault, List.of(SpecFaults.at(file.toString(), fault, remedy)));
  }

  /** There is no such file. */
  static SpecRefusal missing(Path file, String noun, String remedy) {
    return new SpecRefusal(
        Kind.NOT_FOUND,
        "there is no " + noun + " " + file,
        List.of(SpecFaults.at(file.toString(), "there is no such file", remedy)));
  }

  /** A place in the file. */
  static SpecRefusal at(Path file, int line, String fault, String remedy) {
    return of(List.of(SpecFaults.at(file + ":" + line, fault, remedy)));
  }

  /** Several places; the first is what a command line says. */
  static SpecRefusal of(List<SpecFault> faults) {
    SpecFault first = faults.get(0);
    return new SpecRefusal(Kind.USAGE, first.place() + ": " + first.fault(), faults);
  }

  /** At least one. */
  public List<SpecFault> faults() {
    return faults;
  }
}
