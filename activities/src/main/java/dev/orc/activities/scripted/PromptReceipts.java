package dev.orc.activities.scripted;

import java.io.IOException;

/**
 * Notes every prompt in a file for a tool that counts: epoch milliseconds, incarnation, message id
 * ({@code -} without one), the first characters, role; separated by tabs. Guarded by its owner's
 * lock.
 */
final class PromptReceipts {
  private static final int SHOWN = 80;

  private final PaneEnvironment surroundings;

  PromptReceipts(PaneEnvironment surroundings) {
    this.surroundings = surroundings;
  }

  void note(Prompt prompt) throws IOException {
    String file = surroundings.receipts();
    if (file == null || file.isEmpty()) {
      return;
    }
    String text = prompt.text();
    String start = text.substring(0, Math.min(SHOWN, text.length()));
    Spool.append(
        file,
        System.currentTimeMillis()
            + "\t"
            + surroundings.incarnation()
            + "\t"
            + (prompt.id().isEmpty() ? "-" : prompt.id())
            + "\t"
            + start.replace('\n', ' ').replace('\t', ' ')
            + "\t"
            + surroundings.role()
            + "\n");
  }
}
