package dev.orc.activities.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads what is in the composer, as far as the screen shows it. Thread-safe: immutable. */
final class ComposerReader {
  private final DriverFile.Composer composer;
  private final int bottom;

  ComposerReader(DriverFile.Composer composer, int bottom) {
    this.composer = composer;
    this.bottom = bottom;
  }

  /** What is behind the last prompt under which the composer's end is to be seen. */
  Optional<String> read(String screen) {
    List<String> lines = ScreenLines.bottom(screen, bottom).lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher prompt = composer.prompt().matcher(lines.get(i));
      if (prompt.find()) {
        List<String> below = lines.subList(i + 1, lines.size());
        int end = end(below);
        return end < 0 ? Optional.empty() : text(prompt.group(1), below.subList(0, end));
      }
    }
    return Optional.empty();
  }

  /** The first line below the composer; -1 when there is none, and this is no composer. */
  private int end(List<String> below) {
    if (composer.end() == null) {
      return below.isEmpty() ? 0 : -1;
    }
    for (int i = 0; i < below.size(); i++) {
      if (composer.end().matcher(below.get(i)).find()) {
        return i;
      }
    }
    return -1;
  }

  private Optional<String> text(String first, List<String> more) {
    List<String> rows = new ArrayList<>(List.of(first.strip()));
    more.forEach(line -> rows.add(line.strip()));
    String text = String.join("\n", rows).strip();
    boolean placeholder =
        composer.placeholder() != null && composer.placeholder().matcher(text).find();
    return text.isEmpty() || placeholder ? Optional.empty() : Optional.of(text);
  }
}
