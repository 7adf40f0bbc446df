package dev.orc.cli.branch;

import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.cli.screen.Width;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.ChangedFile;
import java.util.ArrayList;
import java.util.List;

/** The files that branches change with a bar for the lines of each, as {@code git diff --stat}. */
final class StatText {
  private static final int WIDEST = 100;
  private static final int LONGEST_BAR = 40;

  private final Paint paint;
  private final int columns;

  /**
   * @param columns how wide the terminal is
   */
  StatText(Paint paint, int columns) {
    this.paint = paint;
    this.columns = Math.min(columns, WIDEST);
  }

  List<String> lines(List<BranchDiff> diffs) {
    List<String> lines = new ArrayList<>();
    for (BranchDiff diff : diffs) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(paint.bold(BranchHead.of(diff)));
      if (!diff.files().isEmpty()) {
        files(diff.files(), lines);
      }
    }
    return lines;
  }

  private void files(List<ChangedFile> files, List<String> lines) {
    int most = files.stream().mapToInt(file -> file.added() + file.removed()).max().orElse(0);
    int digits = Math.max(3, String.valueOf(most).length());
    int bar = Math.min(LONGEST_BAR, columns / 3);
    int room = columns - bar - digits - 5;
    int name = files.stream().mapToInt(file -> Width.of(name(file))).max().orElse(0);
    int width = Math.min(name, room);
    for (ChangedFile file : files) {
      String padded = Width.padded(Width.cutBefore(name(file), width), width);
      lines.add(" " + padded + " | " + count(file, digits, most, bar));
    }
    int added = files.stream().mapToInt(ChangedFile::added).sum();
    int removed = files.stream().mapToInt(ChangedFile::removed).sum();
    lines.add(
        " "
            + BranchHead.counted(files.size(), "file")
            + " changed, "
            + added
            + " added(+), "
            + removed
            + " removed(-)");
  }

  private static String name(ChangedFile file) {
    return Clean.line(file.from() == null ? file.path() : file.from() + " => " + file.path());
  }

  private String count(ChangedFile file, int digits, int most, int bar) {
    if (file.binary()) {
      return "Bin";
    }
    int all = file.added() + file.removed();
    String number = " ".repeat(digits - String.valueOf(all).length()) + all;
    int plus = scaled(file.added(), most, bar);
    int minus = scaled(file.removed(), most, bar);
    String pluses = plus == 0 ? "" : paint.green("+".repeat(plus));
    String minuses = minus == 0 ? "" : paint.red("-".repeat(minus));
    return (number + " " + pluses + minuses).stripTrailing();
  }

  /** At least one sign for what is there at all. */
  private static int scaled(int lines, int most, int bar) {
    if (lines == 0 || most <= bar) {
      return lines;
    }
    return Math.max(1, (int) ((long) lines * bar / most));
  }
}
