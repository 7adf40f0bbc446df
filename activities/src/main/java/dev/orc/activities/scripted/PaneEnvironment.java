package dev.orc.activities.scripted;

import java.util.Map;

/** What an agent is told by its environment. Immutable. */
record PaneEnvironment(
    String project, String role, int incarnation, String spool, String receipts, String orc) {

  static PaneEnvironment of(Map<String, String> environment) {
    String orc = environment.get("ORC_BIN");
    return new PaneEnvironment(
        environment.getOrDefault("ORC_PROJECT", ""),
        environment.getOrDefault("ORC_ROLE", ""),
        number(environment.get("ORC_INCARNATION")),
        environment.get("ORC_SPOOL"),
        environment.get("ORC_RECEIPTS"),
        orc == null || orc.isEmpty() ? "orc" : orc);
  }

  private static int number(String text) {
    if (text == null || text.isEmpty()) {
      return 1;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("ORC_INCARNATION is not a number: " + text, e);
    }
  }
}
