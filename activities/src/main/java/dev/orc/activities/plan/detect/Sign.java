package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that can be seen in a project, and what it speaks for.
 *
 * @param says what it speaks for
 * @param weight how much, from 0 to 1
 * @param beside whether such files often lie beside a program that is something else
 * @param files which files show it; null when the spec does
 * @param text what must stand in them; null when their being there is enough
 * @param least so many of them must be there
 * @param what the sign in a few words
 */
public record Sign<T>(
    T says,
    double weight,
    boolean beside,
    PathPattern files,
    Pattern text,
    int least,
    String what) {
  private static final int MOST_READ = 60;

  /**
   * Such as "must not use": few words may lie between, so that "not lose data in" denies nothing.
   */
  private static final String DENIED =
      "(?<!\\b(?:no|not|never|without|avoid|don't|doesn't)"
          + "(?: (?:an?|any|the|use|using|need|for|deploy|deployed|run|be|to|in|into|external))?"
              .repeat(4)
          + " )";

  /** Files whose being there says it. */
  static <T> Sign<T> file(T says, double weight, String glob, String what) {
    return new Sign<>(says, weight, false, new PathPattern(glob), null, 1, what);
  }

  /** So many such files. */
  static <T> Sign<T> files(T says, double weight, int least, String glob, String what) {
    return new Sign<>(says, weight, false, new PathPattern(glob), null, least, what);
  }

  /** Files in which the words stand. */
  static <T> Sign<T> text(T says, double weight, String glob, String words, String what) {
    return new Sign<>(says, weight, false, new PathPattern(glob), pattern(words), 1, what);
  }

  /** A spec in which the words stand and are not denied. */
  static <T> Sign<T> spec(T says, double weight, String words, String what) {
    return new Sign<>(says, weight, false, null, pattern(DENIED + "\\b(?:" + words + ")"), 1, what);
  }

  /** The same, counting less where most of what is there is a program. */
  Sign<T> oftenBeside() {
    return new Sign<>(says, weight, true, files, text, least, what);
  }

  /** Where it is looked for, what it is and how heavy, in one line. */
  public String line() {
    String where = files == null ? "the spec: " : files.glob() + ": ";
    return where + what + " (" + weight + (beside ? ", less beside a program)" : ")");
  }

  /** The line that says where it was seen; empty when it was not. */
  public Optional<String> seenIn(ProjectTree project, String spec) {
    if (files == null) {
      Matcher words = text.matcher(spec);
      return words.find()
          ? Optional.of("the spec: " + what + " (\"" + oneLine(words.group()) + "\")")
          : Optional.empty();
    }
    List<String> found =
        project.paths().stream()
            .filter(files::matches)
            .limit(text == null ? Long.MAX_VALUE : MOST_READ)
            .filter(path -> text == null || text.matcher(project.text(path)).find())
            .toList();
    if (found.size() < least) {
      return Optional.empty();
    }
    String more = found.size() > 1 ? " (and " + (found.size() - 1) + " more)" : "";
    return Optional.of(oneLine(found.get(0)) + more + ": " + what);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  static Pattern pattern(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  }
}
