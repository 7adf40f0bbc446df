package dev.orc.activities.agent.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the composer on a screen, and reads what it holds. A prompt's mark that begins with {@code
 * (?m)} finds all of it at once, where no single line tells where it begins or ends. Thread-safe:
 * immutable.
 */
final class ComposerReader {
  private static final Pattern FRAME = Pattern.compile("^\\s*[┃│]|[┃│]\\s*$|\\s{20,}\\S.*$");

  private final DriverFile.Composer composer;
  private final int bottom;

  ComposerReader(DriverFile.Composer composer, int bottom) {
    this.composer = composer;
    this.bottom = bottom;
  }

  /**
   * Where the composer is.
   *
   * @param top its first line, with the frame above it where it has one
   * @param prompt the first line of its text, with the prompt unless that is out of sight
   * @param end the first line below its text
   */
  record Place(int top, int prompt, int end) {}

  /** What is behind the last prompt under which the composer's end is to be seen. */
  Optional<String> read(String screen) {
    ScreenLines lines = ScreenLines.bottom(screen, bottom);
    if ((composer.prompt().flags() & Pattern.MULTILINE) != 0) {
      return lines.find(composer.prompt()).flatMap(found -> text(unframed(found.group(1))));
    }
    return find(lines).flatMap(place -> text(lines, place));
  }

  /** The rows without the composer's frame, and without what stands far to the right of it. */
  private static List<String> unframed(String rows) {
    return rows.lines().map(row -> FRAME.matcher(row).replaceAll("").strip()).toList();
  }

  /** Whether what {@link #find} finds is certainly a composer, and no line of a conversation. */
  boolean certain() {
    return composer.above() != null;
  }

  /** The last composer; empty when none is shown. */
  Optional<Place> find(ScreenLines lines) {
    return certain() ? framed(lines) : open(lines);
  }

  /** The last line of a frame, the one before it, and the prompt right below that one. */
  private Optional<Place> framed(ScreenLines lines) {
    int end = last(lines, composer.end(), lines.size());
    int top = last(lines, composer.above(), end);
    boolean whole = top >= 0 && end > top + 1;
    boolean prompt =
        whole && (lines.shows(composer.prompt(), top + 1) || lines.shows(composer.scrolled(), top));
    return prompt ? Optional.of(new Place(top, top + 1, end)) : Optional.empty();
  }

  /** The last line before that one which the pattern matches; -1 when there is none. */
  private static int last(ScreenLines lines, Pattern pattern, int before) {
    int i = before - 1;
    while (i >= 0 && !lines.shows(pattern, i)) {
      i--;
    }
    return i;
  }

  private Optional<Place> open(ScreenLines lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.shows(composer.prompt(), i)) {
        int end = end(lines, i + 1);
        return end < 0 ? Optional.empty() : Optional.of(new Place(i, i, end));
      }
    }
    return Optional.empty();
  }

  /** The first line below the composer; -1 when there is none, and this is no composer. */
  private int end(ScreenLines lines, int from) {
    if (composer.end() == null) {
      return lines.size() > from ? -1 : from;
    }
    for (int i = from; i < lines.size(); i++) {
      if (lines.shows(composer.end(), i)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<String> text(ScreenLines lines, Place place) {
    List<String> rows = new ArrayList<>();
    for (int i = place.prompt(); i < place.end(); i++) {
      Optional<Matcher> prompt =
          i == place.prompt() ? lines.find(composer.prompt(), i) : Optional.empty();
      String line = lines.lines().get(i);
      rows.add(prompt.map(found -> Objects.toString(found.group(1), "")).orElse(line).strip());
    }
    return text(rows);
  }

  private Optional<String> text(List<String> rows) {
    String text = String.join("\n", rows).strip();
    boolean placeholder =
        composer.placeholder() != null && composer.placeholder().matcher(text).find();
    return text.isEmpty() || placeholder ? Optional.empty() : Optional.of(text);
  }
}
