package dev.orc.workflows.model;

import java.util.regex.Pattern;

/** An agent's full name: {@code project:role}. */
public record AgentName(String project, String role) {
  /** What a project's slug and a role's name may look like; both become tmux and branch names. */
  public static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

  public AgentName {
    requireWord(project);
    requireWord(role);
  }

  /** Reads {@code project:role}. */
  public static AgentName parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is not of the form project:role");
    }
    return new AgentName(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The word itself when it can be a slug or a role; otherwise an exception that says the rule. */
  public static String requireWord(String word) {
    if (word == null || !WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "'" + word + "' is not a name: use lower-case letters, digits and hyphens, 48 at most");
    }
    return word;
  }

  @Override
  public String toString() {
    return project + ":" + role;
  }
}
