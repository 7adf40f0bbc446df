package dev.orc.workflows.model;

import java.util.List;

/**
 * The phases of a Spec Kit directory that a team's lead is to do, each a spec of its own.
 *
 * @param directory of the repository
 * @param kit the Spec Kit directory
 * @param name of it, without its number
 */
public record LedSpecs(String directory, String kit, String name, List<LedPhase> phases) {
  public LedSpecs {
    phases = phases == null ? List.of() : List.copyOf(phases);
  }

  /**
   * One of them.
   *
   * @param phase specify, plan or tasks
   * @param spec the host's file that says what is to be done
   * @param document that the phase is to write, by its path in the repository
   */
  public record LedPhase(String phase, String spec, String document) {}
}
