package dev.orc.cli.batch;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.screen.Width;

/** One line at the bottom of a terminal that is written again and again. Not thread-safe. */
final class ProgressLine implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final CommandContext here;
  private final boolean drawn;
  private String shown = "";

  /**
   * @param drawn whether it is shown at all
   */
  ProgressLine(CommandContext here, boolean drawn) {
    this.here = here;
    this.drawn = drawn;
  }

  void show(String line) {
    // The last column stays free: some terminals go to the next line when it is filled.
    String cut = Width.cut(line, here.terminal().columns() - 1);
    if (drawn && !cut.equals(shown)) {
      here.out().print(CLEAR + cut);
      here.out().flush();
      shown = cut;
    }
  }

  /** Takes it away, so that an ordinary line can be written. */
  void clear() {
    if (!shown.isEmpty()) {
      here.out().print(CLEAR);
      shown = "";
    }
  }

  @Override
  public void close() {
    clear();
    here.out().flush();
  }
}
