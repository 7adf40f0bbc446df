package dev.orc.activities.agent.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the pane is that a program is started in. */
record PaneSize(int columns, int rows) {
  /** As agents get it. */
  static final PaneSize USUAL = new PaneSize(200, 50);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
  private static final PaneSize SMALLEST = new PaneSize(20, 5);
  private static final PaneSize LARGEST = new PaneSize(1000, 500);

  /** From words like {@code 80x24}. */
  static PaneSize parse(String text) {
    Matcher found = TEXT.matcher(text);
    if (found.matches()) {
      PaneSize size =
          new PaneSize(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
      if (SMALLEST.fitsInto(size) && size.fitsInto(LARGEST)) {
        return size;
      }
    }
    throw CheckOrder.usage(
        "'" + text + "' for --size is no COLUMNSxROWS from " + SMALLEST + " to " + LARGEST);
  }

  private boolean fitsInto(PaneSize other) {
    return columns <= other.columns && rows <= other.rows;
  }

  @Override
  public String toString() {
    return columns + "x" + rows;
  }
}
