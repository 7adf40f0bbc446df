package dev.orc.activities.host.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The variables by which a program knows that it is an agent of orc's; what is started beside the
 * agents must not have them. Stateless.
 */
public final class AgentVariables {
  private static final List<String> NAMES =
      List.of(
          "ORC_PROJECT",
          "ORC_ROLE",
          "ORC_INCARNATION",
          "ORC_LIFE_FILE",
          "ORC_SPOOL",
          "ORC_BIN",
          "ORC_HOME");

  private AgentVariables() {}

  public static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /**
   * The command line, run without them wherever it inherits its environment from. Words as {@code
   * PORT=3000} in front of the program are variables for it.
   */
  public static List<String> takenFrom(List<String> command) {
    List<String> without = new ArrayList<>(List.of("env"));
    NAMES.forEach(name -> without.addAll(List.of("-u", name)));
    without.addAll(command);
    return List.copyOf(without);
  }
}
