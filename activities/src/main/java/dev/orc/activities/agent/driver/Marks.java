package dev.orc.activities.agent.driver;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every mark of a driver file by its place in the file. Immutable. */
final class Marks {
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private final int bottom;

  Marks(DriverFile file) {
    DriverFile.Screen screen = file.screen();
    bottom = screen.bottom();
    note("composer.above", file.composer().above());
    note("composer.prompt", file.composer().prompt());
    note("composer.end", file.composer().end());
    note("screen.ready", screen.ready());
    note("screen.busy", screen.busy());
    note("screen.spinner", screen.spinner());
    note("screen.retrying", screen.retrying());
    note("screen.footer", screen.footer());
    note("screen.exited", screen.exited());
    note("screen.moved-on", screen.movedOn());
    note("dialogs", file.dialogs().stream().map(DriverFile.Dialog::shows).toList());
    note("limits", file.limits().stream().map(DriverFile.Limit::text).toList());
    note("breaks", file.breaks().stream().map(DriverFile.Break::text).toList());
    note("warnings", file.warnings());
  }

  Set<String> names() {
    return new LinkedHashSet<>(patterns.keySet());
  }

  /** Those that some line of the screen has. */
  Set<String> on(String screen) {
    ScreenLines lines = ScreenLines.bottom(screen, bottom);
    return patterns.entrySet().stream()
        .filter(mark -> lines.find(mark.getValue()).isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void note(String name, Pattern pattern) {
    if (pattern != null) {
      patterns.put(name, pattern);
    }
  }

  private void note(String name, List<Pattern> several) {
    for (int i = 0; i < several.size(); i++) {
      note(name + "[" + (i + 1) + "]", several.get(i));
    }
  }
}
