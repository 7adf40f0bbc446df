package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;

/** The text that waits to be submitted, and how it is shown. Guarded by its owner's lock. */
final class Composer {
  /** A longer paste is shown as a mark, as the real programs do. */
  private static final int SHOWN_CHARACTERS = 800;

  private static final int SHOWN_LINES = 3;

  private final StringBuilder text = new StringBuilder();
  private String mark;
  private int pastes;

  void type(String typed) {
    text.append(typed);
  }

  void paste(String pasted) {
    text.append(pasted);
    int lines = lines(pasted);
    if (pasted.length() > SHOWN_CHARACTERS || lines > SHOWN_LINES) {
      pastes++;
      mark = "[Pasted text #" + pastes + " +" + (lines - 1) + " lines]";
    }
  }

  void rubOut() {
    if (text.length() > 0) {
      int last = text.codePointBefore(text.length());
      text.setLength(text.length() - Character.charCount(last));
      mark = null;
    }
  }

  void clear() {
    text.setLength(0);
    text.trimToSize();
    mark = null;
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** Empties the composer and answers what was in it. */
  String take() {
    String taken = text.toString();
    clear();
    return taken;
  }

  /** The rows to draw, the prompt's own first. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    if (mark != null) {
      rows.add(mark);
      return rows;
    }
    int from = 0;
    for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      rows.add(text.substring(from, end));
      from = end + 1;
    }
    rows.add(text.substring(from));
    return rows;
  }

  private static int lines(String pasted) {
    int lines = 1;
    for (int at = pasted.indexOf('\n'); at >= 0; at = pasted.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }
}
