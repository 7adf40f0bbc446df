package dev.orc.activities.plan.team;

import java.util.List;
import java.util.stream.Stream;

/**
 * A workflow that can be taken as it is: a lead, and phases whose roles start when those of the
 * phase before have handed over.
 *
 * @param about in a few words
 */
record TeamWorkflow(String name, String about, String lead, List<TypePhase> phases) {
  TeamWorkflow {
    phases = List.copyOf(phases);
  }

  /** The lead, then everybody in the order of the phases. */
  List<String> roles() {
    return Stream.concat(Stream.of(lead), phases.stream().flatMap(phase -> phase.roles().stream()))
        .toList();
  }

  /** Why a role is in it. */
  String why(String role) {
    return phases.stream()
        .filter(phase -> phase.roles().contains(role))
        .findFirst()
        .map(phase -> "works in the phase " + phase.name() + " of " + name)
        .orElse("leads " + name);
  }

  /** The phases for people: who works in each, what it comes to and what it hands over. */
  List<String> lines() {
    return Stream.iterate(0, i -> i < phases.size(), i -> i + 1)
        .map(i -> line(i + 1, phases.get(i)))
        .toList();
  }

  private static String line(int number, TypePhase phase) {
    String over = phase.handsOver().isEmpty() ? "" : "; hands over " + phase.handsOver();
    return "phase %d, %s: %s: %s%s"
        .formatted(number, phase.name(), String.join(", ", phase.roles()), phase.goal(), over);
  }
}
