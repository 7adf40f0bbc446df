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

  Optional<String> read(String screen) {
    List<String> lines = ScreenLines.bottom(screen, bottom).lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher prompt = composer.prompt().matcher(lines.get(i));
      if (prompt.find()) {
        return text(prompt.group(1), lines.subList(i + 1, lines.size()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(String first, List<String> below) {
    List<String> rows = new ArrayList<>(List.of(first.strip()));
    if (composer.end() != null) {
      for (String line : below) {
        if (composer.end().matcher(line).find()) {
          break;
        }
        rows.add(line.strip());
      }
    }
    String text = String.join("\n", rows).strip();
    boolean placeholder =
        composer.placeholder() != null && composer.placeholder().matcher(text).find();
    return text.isEmpty() || placeholder ? Optional.empty() : Optional.of(text);
  }
}
