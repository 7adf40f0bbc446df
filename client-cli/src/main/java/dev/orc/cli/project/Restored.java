package dev.orc.cli.project;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Signals;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A screen of its own on the terminal, given back at the end and on Ctrl-C. Thread-safe: the signal
 * comes on another thread.
 */
final class Restored implements AutoCloseable {
  private static final String OWN_SCREEN = "\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J";
  private static final String OLD_SCREEN = "\u001b[?25h\u001b[?1049l";

  private final CommandContext here;
  private final AtomicBoolean open;
  private final Thread onSignal = new Thread(this::restore, "restore-terminal");

  private Restored(CommandContext here, boolean drawn) {
    this.here = here;
    this.open = new AtomicBoolean(drawn);
    Signals.atEnd(onSignal);
    if (drawn) {
      here.out().print(OWN_SCREEN);
      here.out().flush();
    }
  }

  static Restored of(CommandContext here, boolean drawn) {
    return new Restored(here, drawn);
  }

  /** Whether the screen is still ours to draw on. */
  boolean isOpen() {
    return open.get();
  }

  @Override
  public void close() {
    restore();
    Signals.forget(onSignal);
  }

  private void restore() {
    if (open.getAndSet(false)) {
      here.out().print(OLD_SCREEN);
    }
    here.out().flush();
  }
}
