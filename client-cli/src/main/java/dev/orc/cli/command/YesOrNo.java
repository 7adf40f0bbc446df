package dev.orc.cli.command;

import java.io.IOException;
import java.util.Locale;

/** Asks a person at the terminal; everything but a yes is a no. Stateless. */
public final class YesOrNo {
  private static final int LONGEST_ANSWER = 100;

  private YesOrNo() {}

  /** Whether somebody is there who can be asked: an agent is not. */
  public static boolean canBeAsked(CommandContext here) {
    return here.terminal().in() && here.role() == null;
  }

  public static boolean ask(CommandContext here, String question) {
    here.out().print(question + " [y/N] ");
    here.out().flush();
    return answer(here).matches("y|yes");
  }

  private static String answer(CommandContext here) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = here.in().read(); c >= 0 && c != '\n'; c = here.in().read()) {
        if (line.length() < LONGEST_ANSWER) {
          line.append((char) c);
        }
      }
    } catch (IOException unreadable) {
      return "";
    }
    return line.toString().strip().toLowerCase(Locale.ROOT);
  }
}
