package dev.orc.activities.plan.spec;

import java.util.Iterator;
import java.util.List;

/**
 * The lines of a Markdown document that are neither in a fence nor in a comment, with their
 * numbers. For one pass.
 */
final class ProseLines {
  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";

  private final Iterator<String> lines;
  private int number;
  private String line;
  private boolean fenced;
  private boolean commented;

  ProseLines(String text) {
    lines = List.of(text.split("\n", -1)).iterator();
  }

  /** Goes on to the next line that holds prose; false when there is none. */
  boolean next() {
    while (lines.hasNext()) {
      String raw = lines.next();
      number++;
      String start = raw.stripLeading();
      if (!commented && (start.startsWith("```") || start.startsWith("~~~"))) {
        fenced = !fenced;
      } else if (!fenced) {
        line = withoutComments(raw);
        if (!line.isBlank()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The line, comments taken out. */
  String line() {
    return line;
  }

  /** Counts from 1. */
  int number() {
    return number;
  }

  private String withoutComments(String raw) {
    StringBuilder prose = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      String mark = commented ? COMMENT_END : COMMENT;
      int found = raw.indexOf(mark, at);
      int end = found < 0 ? raw.length() : found;
      if (!commented) {
        prose.append(raw, at, end);
      }
      commented ^= found >= 0;
      at = found < 0 ? end : found + mark.length();
    }
    return prose.toString();
  }
}
