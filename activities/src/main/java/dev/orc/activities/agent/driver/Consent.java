package dev.orc.activities.agent.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user allows to be answered for him.
 *
 * @param trust that the program works in the project's folder
 * @param permissions that it runs commands and changes files without asking
 */
record Consent(Allowance trust, Allowance permissions) {
  Consent {
    trust = trust == null ? Allowance.NONE : trust;
    permissions = permissions == null ? Allowance.NONE : permissions;
  }

  /**
   * @param need trust or permissions; null for a need of none
   */
  boolean covers(String need) {
    return need == null || (need.equals("trust") ? trust : permissions).given();
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>(trust.effective());
    arguments.addAll(permissions.effective());
    return arguments;
  }

  /** Variables that have the program ask for what is not allowed. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(trust.asking());
    environment.putAll(permissions.asking());
    return environment;
  }

  /**
   * @param arguments added to the command line when it is given
   * @param otherwise added when it is not
   * @param otherwiseEnvironment variables that have the program ask when it is not
   */
  record Allowance(
      boolean given,
      List<String> arguments,
      List<String> otherwise,
      Map<String, String> otherwiseEnvironment) {
    static final Allowance NONE = new Allowance(false, null, null, null);

    Allowance {
      arguments = arguments == null ? List.of() : List.copyOf(arguments);
      otherwise = otherwise == null ? List.of() : List.copyOf(otherwise);
      otherwiseEnvironment =
          otherwiseEnvironment == null ? Map.of() : Map.copyOf(otherwiseEnvironment);
    }

    private List<String> effective() {
      return given ? arguments : otherwise;
    }

    private Map<String, String> asking() {
      return given ? Map.of() : otherwiseEnvironment;
    }
  }
}
