package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.team.Teams;
import dev.orc.base.text.CommandWords;
import dev.orc.workflows.model.Program;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which program fills which role: what was asked for the role, what was asked for all, what is
 * configured, in that order. For one request.
 */
final class RolePrograms {
  private static final String FORM = "write it as developer=codex, arguments behind it";

  private final String driver;
  private final Config config;
  private final Map<String, Program> named = new HashMap<>();

  /**
   * @param driver asked for all roles; may be null
   * @param asked each as {@code role=driver arguments}
   */
  RolePrograms(String driver, List<String> asked, Config config, Teams teams) {
    this.driver = driver;
    this.config = config;
    asked.forEach(text -> ask(text, teams));
  }

  Program of(String role) {
    Program configured = config.program(role);
    if (named.containsKey(role)) {
      return named.get(role);
    }
    return driver == null || driver.equals(configured.driver()) ? configured : Program.of(driver);
  }

  /** The roles that something was asked for although they are not in the team. */
  Set<String> askedOutside(List<String> team) {
    Set<String> outside = new LinkedHashSet<>(named.keySet());
    team.forEach(outside::remove);
    return outside;
  }

  private void ask(String text, Teams teams) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new Refusal(Kind.USAGE, "'" + text + "' names no role and driver", FORM);
    }
    List<String> words = words(text, text.substring(equals + 1));
    if (words.isEmpty()) {
      throw new Refusal(Kind.USAGE, "'" + text + "' names no driver", FORM);
    }
    named.put(
        teams.requireRole(text.substring(0, equals)),
        new Program(words.get(0), words.subList(1, words.size()), Map.of()));
  }

  private static List<String> words(String text, String line) {
    try {
      return CommandWords.of(line);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Kind.USAGE, "'" + text + "': " + e.getMessage(), FORM);
    }
  }
}
