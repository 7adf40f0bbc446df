package dev.orc.activities.scripted;

/** What a person, or tmux for one, does at the terminal. */
interface Keyboard {
  void typed(String text);

  void pasted(String text);

  void enter();

  void escape();

  /** Ctrl-U. */
  void clear();

  /** Backspace. */
  void rubOut();

  /** Ctrl-C. */
  void interrupt();
}
