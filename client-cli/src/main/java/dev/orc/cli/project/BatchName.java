package dev.orc.cli.project;

import java.nio.file.Path;
import java.util.Locale;

/** What a batch is called that nobody named. Stateless. */
final class BatchName {
  private static final int LONGEST = 48;
  private static final String NAMELESS = "batch";

  private BatchName() {}

  /** After the first of its specs: {@code /home/me/Night Work.json} is {@code night-work}. */
  static String after(String path) {
    String file = String.valueOf(Path.of(path).getFileName());
    int ending = file.lastIndexOf('.');
    String stem = ending > 0 ? file.substring(0, ending) : file;
    String name = hyphened(stem);
    return name.isEmpty() ? NAMELESS : name;
  }

  private static String hyphened(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      boolean ended = name.isEmpty() || name.charAt(name.length() - 1) == '-';
      if (plain || !ended) {
        name.append(plain ? c : '-');
      }
    }
    String cut = name.substring(0, Math.min(LONGEST, name.length()));
    return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
  }
}
