package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;

/** Fills {@code {project}}, {@code {role}} and the like in a step's words. Immutable. */
record StepPlaceholders(PaneEnvironment surroundings, Prompt prompt) {

  List<String> in(List<String> words) {
    List<String> filled = new ArrayList<>();
    for (String word : words) {
      filled.add(word.indexOf('{') < 0 ? word : in(word));
    }
    return filled;
  }

  private String in(String word) {
    return word.replace("{project}", surroundings.project())
        .replace("{role}", surroundings.role())
        .replace("{incarnation}", Integer.toString(surroundings.incarnation()))
        .replace("{number}", Integer.toString(prompt.number()))
        .replace("{sender}", prompt.sender())
        .replace("{id}", prompt.id());
  }

  /** The time of day when so many milliseconds are over, as limit texts say it, to the second. */
  static String resetIn(long millis) {
    long second = (System.currentTimeMillis() + millis + 999) / 1000 % 86_400;
    long hour = second / 3600;
    return (hour % 12 == 0 ? 12 : hour % 12)
        + ":"
        + twoDigits(second / 60 % 60)
        + ":"
        + twoDigits(second % 60)
        + (hour < 12 ? "am" : "pm")
        + " (UTC)";
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
