package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;

/** Splits a playbook's line into words; {@code "…"} keeps blanks, {@code #} begins a comment. */
final class PlaybookWords {
  private PlaybookWords() {}

  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at == line.length() || line.charAt(at) == '#') {
        return words;
      }
      at = line.charAt(at) == '"' ? quoted(line, at + 1, words) : plain(line, at, words);
    }
  }

  private static int plain(String line, int from, List<String> words) {
    int at = from;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    words.add(line.substring(from, at));
    return at;
  }

  private static int quoted(String line, int from, List<String> words) {
    StringBuilder word = new StringBuilder();
    for (int at = from; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') {
        words.add(word.toString());
        return at + 1;
      }
      if (c == '\\' && at + 1 < line.length()) {
        at++;
        c = line.charAt(at) == 'n' ? '\n' : line.charAt(at);
      }
      word.append(c);
    }
    throw new IllegalArgumentException("a quotation mark is not closed");
  }
}
