package dev.orc.activities.agent;

/** Notices when a screen has stopped to change. Not thread-safe. */
final class StillScreen {
  private static final int LOOKS = 3;

  private String last;
  private int same;

  /** Whether it was the same at the last few looks. */
  boolean same(String screen) {
    same = screen.equals(last) ? same + 1 : 0;
    last = screen;
    return same >= LOOKS;
  }
}
