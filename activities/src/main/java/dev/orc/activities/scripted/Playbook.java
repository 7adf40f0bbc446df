package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How one life of a scripted agent behaves. Filled by its reader, then used by one thread. */
final class Playbook {
  static final long USUAL_BUSY_MILLIS = 20;

  private final List<Rule> rules = new ArrayList<>();
  private long usualBusyMillis = USUAL_BUSY_MILLIS;
  private long slowStartMillis;
  private String question;
  private int swallowedEnters;
  private int lostPastes;
  private boolean hooks = true;

  /** What to do with a prompt: the first rule that is for it, or the usual short work. */
  List<PlaybookStep> stepsFor(Prompt prompt) {
    String text = prompt.text().toLowerCase(Locale.ROOT);
    for (Rule rule : rules) {
      if (rule.accepts(prompt, text)) {
        return rule.steps();
      }
    }
    return List.of(new PlaybookStep(PlaybookVerb.BUSY, List.of(), usualBusyMillis));
  }

  /** How long it takes until the composer shows. */
  long slowStartMillis() {
    return slowStartMillis;
  }

  /** What it wants to be answered before it starts; null for nothing. */
  String question() {
    return question;
  }

  /** How many Enters go unnoticed at first. */
  int swallowedEnters() {
    return swallowedEnters;
  }

  /** How many pastes never arrive at first. */
  int lostPastes() {
    return lostPastes;
  }

  /** Whether it tells of itself by hook events. */
  boolean hooks() {
    return hooks;
  }

  void add(Rule rule) {
    rules.add(rule);
  }

  void usualBusy(long millis) {
    usualBusyMillis = millis;
  }

  void slowStart(long millis) {
    slowStartMillis = millis;
  }

  void askAtStart(String text) {
    question = text;
  }

  void swallowEnters(int enters) {
    swallowedEnters = enters;
  }

  void losePastes(int pastes) {
    lostPastes = pastes;
  }

  void hooks(boolean wanted) {
    hooks = wanted;
  }
}
