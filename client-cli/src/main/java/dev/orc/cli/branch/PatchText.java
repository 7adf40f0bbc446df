package dev.orc.cli.branch;

import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.Paint;
import dev.orc.workflows.model.BranchPatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Patches as lines for a terminal: cleaned of all that steers one, then painted as git does. Not
 * thread-safe.
 */
final class PatchText {
  private final Paint paint;
  private boolean inside;

  PatchText(Paint paint) {
    this.paint = paint;
  }

  List<String> lines(List<BranchPatch> patches) {
    List<String> lines = new ArrayList<>();
    for (BranchPatch patch : patches) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(paint.bold(BranchHead.of(patch.diff())));
      inside = false;
      String text = Clean.lines(patch.text());
      for (String line : text.isEmpty() ? List.<String>of() : List.of(text.split("\n"))) {
        lines.add(painted(line));
      }
    }
    return lines;
  }

  /** A file's own lines never begin at the first column: there stands what becomes of them. */
  private String painted(String line) {
    if (line.startsWith("@@")) {
      inside = true;
      int end = line.indexOf("@@", 2) + 2;
      return end < 2 ? paint.cyan(line) : paint.cyan(line.substring(0, end)) + line.substring(end);
    }
    if (line.startsWith("diff --git ")) {
      inside = false;
    }
    if (!inside) {
      return paint.bold(line);
    }
    return line.startsWith("+") ? paint.green(line) : line.startsWith("-") ? paint.red(line) : line;
  }
}
