package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;

/** What to do when a prompt arrives that it is for. Belongs to one thread. */
final class Rule {
  /** What it listens to. */
  enum Trigger {
    BRIEF,
    ANYTHING,
    /** A prompt that holds one of the texts. */
    TEXT,
    /** The prompt of that number. */
    NUMBER,
    /** Each of the texts was in some prompt; fires on the last one. */
    COLLECT
  }

  private final Trigger trigger;
  private final List<Wildcard> texts;
  private final int number;
  private final boolean once;
  private final List<PlaybookStep> steps = new ArrayList<>();
  private boolean used;

  Rule(Trigger trigger, List<String> texts, int number, boolean once) {
    this.trigger = trigger;
    this.texts = new ArrayList<>();
    for (String text : texts) {
      this.texts.add(new Wildcard(text));
    }
    this.number = number;
    this.once = once || trigger == Trigger.COLLECT;
  }

  void add(PlaybookStep step) {
    steps.add(step);
  }

  List<PlaybookStep> steps() {
    return steps;
  }

  /**
   * Whether the rule is for this prompt; it remembers what it has seen.
   *
   * @param text the prompt's in lower case
   */
  boolean accepts(Prompt prompt, String text) {
    if (used && once || !matches(prompt, text)) {
      return false;
    }
    used = true;
    return true;
  }

  private boolean matches(Prompt prompt, String text) {
    return switch (trigger) {
      case BRIEF -> prompt.isBrief();
      case ANYTHING -> true;
      case TEXT -> anyIsIn(text);
      case NUMBER -> prompt.number() == number;
      case COLLECT -> collect(text);
    };
  }

  private boolean anyIsIn(String text) {
    for (Wildcard wanted : texts) {
      if (wanted.isIn(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean collect(String text) {
    boolean found = false;
    for (int i = texts.size() - 1; i >= 0; i--) {
      if (texts.get(i).isIn(text)) {
        texts.remove(i);
        found = true;
      }
    }
    return found && texts.isEmpty();
  }
}
