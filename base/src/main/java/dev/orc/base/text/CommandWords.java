package dev.orc.base.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line into its words, quotes kept together; no shell has a part in it. Pure. */
public final class CommandWords {
  private CommandWords() {}

  /**
   * @throws IllegalArgumentException when a quote is not closed
   */
  public static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (char letter : line.toCharArray()) {
      boolean ends = quote == 0 && Character.isWhitespace(letter);
      if (ends) {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (quote == letter) {
        quote = 0;
      } else if (quote == 0 && (letter == '"' || letter == '\'')) {
        quote = letter;
      } else {
        word.append(letter);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
