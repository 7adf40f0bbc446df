package dev.orc.lab.standin;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text as models stream it: word by word. Stateless. */
final class Pieces {
  private static final Pattern PIECE = Pattern.compile("\\S+\\s*|\\s+");

  private Pieces() {}

  static List<String> of(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }
}
