package dev.orc.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Lines up cells. Every column is as wide as its widest cell; the last one gets what is left of the
 * line and is cut there. Not thread-safe.
 */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> heads;
  private final String rightAligned;
  private final List<List<String>> rows = new ArrayList<>();
  private boolean endCounts;
  private BiFunction<Integer, String, String> painter = (column, text) -> text;

  /**
   * @param heads the columns' heads
   * @param rightAligned the heads of the columns that hold numbers
   */
  public Table(List<String> heads, List<String> rightAligned) {
    this.heads = heads;
    this.rightAligned = "|" + String.join("|", rightAligned) + "|";
  }

  /** Cells are cleaned here; null is an empty one. */
  public void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell == null ? "" : Clean.line(cell.toString()));
    }
    rows.add(row);
  }

  /** Cuts the last column at its beginning: of a path the end says more. */
  public Table keepingEnds() {
    endCounts = true;
    return this;
  }

  /** Paints cells once they are lined up; gets the column's number and the padded text. */
  public void paint(BiFunction<Integer, String, String> how) {
    painter = how;
  }

  /** The lines, each within the given columns, after an indent. */
  public List<String> lines(int columns, String indent) {
    int[] widths = widths(columns - indent.length());
    List<String> lines = new ArrayList<>();
    lines.add(line(heads, widths, indent, false));
    for (List<String> row : rows) {
      lines.add(line(row, widths, indent, true));
    }
    return lines;
  }

  private int[] widths(int columns) {
    int[] widths = new int[heads.size()];
    int left = columns;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Width.of(heads.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
      if (i == widths.length - 1) {
        widths[i] = Math.max(Width.of(heads.get(i)), Math.min(widths[i], left));
      }
      left -= widths[i] + GAP.length();
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths, String indent, boolean painted) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      String cell =
          last && endCounts
              ? Width.cutBefore(cells.get(i), widths[i])
              : Width.cut(cells.get(i), widths[i]);
      boolean right = rightAligned.contains("|" + heads.get(i) + "|");
      String padded =
          right
              ? " ".repeat(widths[i] - Width.of(cell)) + cell
              : last ? cell : Width.padded(cell, widths[i]);
      line.append(painted ? painter.apply(i, padded) : padded).append(last ? "" : GAP);
    }
    return line.toString().stripTrailing();
  }
}
