package dev.orc.cli.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A version's section of a changelog. It goes above the newest one; what stood under "Unreleased"
 * becomes part of it, for it is released now. Immutable.
 *
 * @param heading without the marks in front of it
 * @param entry one line
 */
record ChangelogSection(String heading, String entry) {
  private static final String SECOND = "## ";

  /** The whole file with the section in it; line ends and encoding stay what they are. */
  byte[] into(byte[] changelog) {
    // Every byte is a character here, so that nothing is lost of any encoding.
    String text = new String(changelog, StandardCharsets.ISO_8859_1);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> lines = new ArrayList<>(List.of(text.split("\\r?\\n", -1)));
    int newest = heading(lines, 0);
    if (newest >= 0 && lines.get(newest).toLowerCase(Locale.ROOT).contains("unreleased")) {
      afterUnreleased(lines, newest);
    } else {
      before(lines, newest);
    }
    return String.join(end, lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** As people are shown it. */
  List<String> lines() {
    return List.of(SECOND + heading, "", "- " + entry);
  }

  private void afterUnreleased(List<String> lines, int unreleased) {
    int first = unreleased + 1;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    boolean entries = first < lines.size() && !lines.get(first).startsWith(SECOND);
    lines.subList(unreleased + 1, first).clear();
    List<String> section = new ArrayList<>(List.of(""));
    section.addAll(encoded());
    boolean listed = entries && lines.get(unreleased + 1).matches("[-*+] .*");
    if (!listed) {
      section.add("");
    }
    lines.addAll(unreleased + 1, section);
  }

  private void before(List<String> lines, int newest) {
    List<String> section = new ArrayList<>(encoded());
    section.add("");
    if (newest >= 0) {
      lines.addAll(newest, section);
      return;
    }
    boolean titled = !lines.isEmpty() && lines.get(0).matches(".{0,3}# .*");
    int at = titled ? 1 : 0;
    while (titled && at < lines.size() && lines.get(at).isBlank()) {
      lines.remove(at);
    }
    if (titled) {
      section.add(0, "");
    }
    lines.addAll(at, section);
  }

  /** The first heading of a version; none in a block of code counts. */
  private static int heading(List<String> lines, int from) {
    boolean code = false;
    for (int i = from; i < lines.size(); i++) {
      code ^= lines.get(i).startsWith("```");
      if (!code && lines.get(i).startsWith(SECOND)) {
        return i;
      }
    }
    return -1;
  }

  private List<String> encoded() {
    return lines().stream()
        .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .toList();
  }
}
