package dev.orc.activities.plan.team;

import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.AgentName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a value of a role file may look like. Each answers the value, or throws what is wrong and,
 * behind a semicolon, what would be right. Pure.
 */
final class RoleValues {
  private static final Pattern BRANCH = Pattern.compile("([a-z0-9][a-z0-9_-]{0,39}/){1,3}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final int LONGEST_DUTY = 300;
  private static final int LONGEST_FOLDER = 200;
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int STAGES = 5;

  private RoleValues() {}

  static String role(String text) {
    String name = RoleLibrary.canonical(text);
    if (!AgentName.WORD.matcher(name).matches()) {
      throw wrong(
          "'" + text + "' is not a role's name",
          "use lower-case letters, digits and hyphens, 48 at most");
    }
    return name;
  }

  static String department(String text) {
    List<String> known = LibraryRole.DEPARTMENTS;
    String name = RoleLibrary.canonical(text);
    if (!known.contains(name)) {
      String guess = Nearest.to(name, known).map(near -> "did you mean " + near + "? ").orElse("");
      throw wrong(
          "there is no department '" + text + "'", guess + "there are " + String.join(", ", known));
    }
    return name;
  }

  static String duty(String text) {
    String duty = text.strip().replaceAll("\\s+", " ");
    if (duty.isEmpty() || duty.length() > LONGEST_DUTY) {
      throw wrong(
          "the duty is " + (duty.isEmpty() ? "empty" : "longer than " + LONGEST_DUTY + " letters"),
          "say in one sentence what the role does");
    }
    return duty;
  }

  static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("'" + text + "' is neither true nor false", "write true or false");
    };
  }

  static Integer minutes(String text) {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MINUTES_OF_A_DAY) {
      throw wrong("'" + text + "' is no number of minutes", "use 1 to 1440, or 0 for no check-ins");
    }
    return Integer.valueOf(text);
  }

  static Integer stage(String text) {
    if (!NUMBER.matcher(text).matches()
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > STAGES) {
      throw wrong(
          "'" + text + "' is no stage",
          "use 1 (research and plan), 2 (design), 3 (build), 4 (prove) or 5 (release and grow)");
    }
    return Integer.valueOf(text);
  }

  static String branch(String text) {
    if (!BRANCH.matcher(text).matches()) {
      throw wrong(
          "'" + text + "' can not begin a branch's name",
          "use lower-case letters, digits and hyphens with a slash at the end, as feature/");
    }
    return text;
  }

  static String folder(String text) {
    String folder = text.strip();
    boolean outside =
        folder.startsWith("/")
            || folder.startsWith("~")
            || folder.contains("\\")
            || List.of(folder.split("/", -1)).contains("..");
    if (outside) {
      throw wrong("'" + text + "' leads out of the project", "name a folder within it, as src/");
    }
    if (folder.isEmpty()
        || folder.length() > LONGEST_FOLDER
        || folder.chars().anyMatch(letter -> letter < ' ' || letter == '`')) {
      throw wrong("'" + text + "' is not a folder's name", "name a folder of the project, as src/");
    }
    return folder;
  }

  private static IllegalArgumentException wrong(String what, String right) {
    return new IllegalArgumentException(what.replace("; ", ", ") + "; " + right);
  }
}
