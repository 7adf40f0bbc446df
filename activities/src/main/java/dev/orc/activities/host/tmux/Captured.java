package dev.orc.activities.host.tmux;

import java.util.List;
import java.util.stream.Collectors;

/** A captured screen as text: blanks at the ends of lines and blank lines at its end go. Pure. */
final class Captured {
  private Captured() {}

  static String text(List<String> lines) {
    List<String> stripped = lines.stream().map(String::stripTrailing).toList();
    int end = stripped.size();
    while (end > 0 && stripped.get(end - 1).isEmpty()) {
      end--;
    }
    return stripped.subList(0, end).stream().collect(Collectors.joining("\n"));
  }
}
