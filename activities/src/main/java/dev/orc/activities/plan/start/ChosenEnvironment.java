package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.config.EnvironmentSection;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Spec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment that a start is for, and what it changes. Immutable.
 *
 * @param name null when it is for none
 */
record ChosenEnvironment(String name, EnvironmentSection section) {
  private static final EnvironmentSection NOTHING =
      new EnvironmentSection(List.of(), null, null, List.of());

  /**
   * @param name null or blank for none
   * @throws Refusal when none of that name is configured
   */
  static ChosenEnvironment of(String name, Config config) {
    if (name == null || name.isBlank()) {
      return new ChosenEnvironment(null, NOTHING);
    }
    EnvironmentSection section = config.environments().get(name);
    if (section == null) {
      Set<String> names = config.environments().keySet();
      String guess = Nearest.to(name, names).map(near -> "did you mean " + near + "? ").orElse("");
      throw new Refusal(
          Kind.NOT_FOUND,
          "there is no environment '" + name + "'",
          names.isEmpty()
              ? "write it below environments: in .orc.yaml or config.yaml"
              : guess + "there are " + String.join(", ", names));
    }
    return new ChosenEnvironment(name, section);
  }

  /** That work begins on and comes back to; null for the one that is checked out. */
  String branch() {
    return section.branch();
  }

  /**
   * Refuses a repository on another branch than the environment's: where files are read in the
   * person's own checkout, or a new repository has no other.
   */
  void requireBranch(Repository repository) {
    if (section.branch() != null && !section.branch().equals(repository.branch())) {
      throw new Refusal(
          Kind.REFUSED,
          "the environment %s begins on the branch %s, and %s is on %s"
              .formatted(name, section.branch(), repository.directory(), repository.branch()),
          "git -C " + repository.directory() + " switch " + section.branch());
    }
  }

  /** Refuses when the worker lacks a variable. */
  void requireVariables(Map<String, String> worker) {
    for (String variable : section.variables()) {
      if (worker.get(variable) == null) {
        throw new Refusal(
            Kind.FAILED,
            "the environment %s needs %s, which the worker does not have".formatted(name, variable),
            "set it where the worker is started: orc down, then " + variable + "=... orc up");
      }
    }
  }

  Spec proving(Spec spec) {
    return section.verify().isEmpty() ? spec : spec.provedBy(section.verify());
  }

  /**
   * @param asked what a person named; null for nothing
   */
  String devServer(String asked) {
    return asked == null || asked.isBlank() ? section.devServer() : asked;
  }
}
