package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import java.nio.file.Path;
import java.util.List;

/**
 * A role file cut in two.
 *
 * @param keys the front matter, on the lines that it has in the file; empty when there is none
 * @param body what follows it, without blank lines around it
 * @param bodyLine the line on which the body begins
 */
record RoleText(String keys, String body, int bodyLine) {
  private static final String FENCE = "---";

  static RoleText of(Path file, String text, List<Fault> faults) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).stripTrailing().equals(FENCE)) {
      return cut(lines, 0, "");
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).stripTrailing().equals(FENCE)) {
        return cut(lines, i + 1, "\n" + String.join("\n", lines.subList(1, i)) + "\n");
      }
    }
    faults.add(
        new Fault(file, 1, "the front matter has no end", "write --- on a line behind its keys"));
    return new RoleText("", "", 1);
  }

  private static RoleText cut(List<String> lines, int from, String keys) {
    int first = from;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    String body = String.join("\n", lines.subList(first, lines.size())).stripTrailing();
    return new RoleText(keys, body, first + 1);
  }
}
