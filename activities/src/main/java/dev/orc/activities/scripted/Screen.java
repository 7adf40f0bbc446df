package dev.orc.activities.scripted;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pane shows: output that scrolls away, and under it the foot with the composer, drawn
 * anew in place. Guarded by its owner's lock.
 */
final class Screen {
  private static final String RULE = "────────────────────────────────────────────────────────────";

  private final RawTerminal terminal;
  private int footRows;

  Screen(RawTerminal terminal) {
    this.terminal = terminal;
  }

  /** Draws the foot anew, and above it the output, if there is some. */
  void draw(String output, List<String> foot) throws IOException {
    StringBuilder bytes = new StringBuilder(512);
    bytes.append('\r');
    if (footRows > 1) {
      bytes.append("\u001b[").append(footRows - 1).append('A');
    }
    bytes.append("\u001b[J");
    if (output != null) {
      bytes.append(clean(output).replace("\n", "\r\n")).append("\r\n");
    }
    // Without wrapping a row of the foot stays one row, however narrow the pane is.
    bytes.append("\u001b[?7l");
    for (int i = 0; i < foot.size(); i++) {
      bytes.append(i == 0 ? "" : "\r\n").append(clean(foot.get(i)));
    }
    bytes.append("\u001b[?7h");
    footRows = foot.size();
    terminal.write(bytes.toString());
  }

  /** The foot of a program that can be talked to. */
  static List<String> foot(String limit, boolean busy, List<String> composer) {
    List<String> rows = new ArrayList<>();
    if (limit != null) {
      rows.add("  ⎿  " + limit);
    }
    if (busy) {
      rows.add("✻ Working… (esc to interrupt)");
    }
    rows.add(RULE);
    for (int i = 0; i < composer.size(); i++) {
      rows.add((i == 0 ? "❯ " : "  ") + composer.get(i));
    }
    rows.add(RULE);
    rows.add("  ? for shortcuts");
    return rows;
  }

  /** The foot of a program that asks whether to go on. */
  static List<String> question(String yes) {
    List<String> rows = new ArrayList<>();
    rows.add(RULE);
    rows.add(" Before this program starts, it wants to know:");
    rows.add("");
    rows.add(" ❯ 1. " + yes);
    rows.add("   2. No, exit");
    rows.add("");
    rows.add(" Enter to confirm · Esc to exit");
    return rows;
  }

  private static String clean(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && (c < 0x7f || c > 0x9f) || c == '\n') {
        cleaned.append(c);
      } else if (c == '\t') {
        cleaned.append(' ');
      }
    }
    return cleaned.toString();
  }
}
