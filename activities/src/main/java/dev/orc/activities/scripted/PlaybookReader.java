package dev.orc.activities.scripted;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a playbook's lines, as docs/scripted-agent.md explains them. Lines that begin at the margin
 * say how the program behaves or begin a rule; indented lines are a rule's steps. Every fault is
 * reported with its line. Not thread-safe.
 */
final class PlaybookReader {
  private final int incarnation;
  private final Playbook playbook = new Playbook();
  private Rule rule;

  private PlaybookReader(int incarnation) {
    this.incarnation = incarnation;
  }

  /**
   * @param name what faults are reported under
   * @param incarnation lines for other lives are checked and left out
   */
  static Playbook read(String name, String text, int incarnation) {
    PlaybookReader reader = new PlaybookReader(incarnation);
    int number = 0;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      number++;
      try {
        reader.line(line);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + ":" + number + ": " + e.getMessage(), e);
      }
      from = end < 0 ? text.length() + 1 : end + 1;
    }
    return reader.playbook;
  }

  private void line(String line) {
    List<String> words = PlaybookWords.of(line);
    if (words.isEmpty()) {
      return;
    }
    if (Character.isWhitespace(line.charAt(0))) {
      if (rule == null) {
        throw new IllegalArgumentException("a step needs a line 'on …' before it");
      }
      rule.add(StepReader.step(words));
      return;
    }
    boolean forThisLife = true;
    if (words.get(0).equals("incarnation") && words.size() > 2) {
      forThisLife = StepReader.number(words.get(1)) == incarnation;
      words = words.subList(2, words.size());
    }
    String first = words.get(0);
    if (first.equals("on") || first.equals("after") || first.equals("collect")) {
      rule = ruleOf(first, new ArrayList<>(words.subList(1, words.size())));
      if (forThisLife) {
        playbook.add(rule);
      }
      return;
    }
    rule = null;
    habit(first, words, forThisLife ? playbook : new Playbook());
  }

  private static void habit(String first, List<String> words, Playbook into) {
    if (first.equals("default") && words.size() == 3 && words.get(1).equals("busy")) {
      into.usualBusy(StepReader.millis(words.get(2)));
      return;
    }
    if (words.size() == 2) {
      String value = words.get(1);
      switch (first) {
        case "slow-start" -> into.slowStart(StepReader.millis(value));
        case "ask-at-start" -> into.askAtStart(value);
        case "swallow-enter" -> into.swallowEnters(StepReader.number(value));
        case "lose-paste" -> into.losePastes(StepReader.number(value));
        case "hooks" -> into.hooks(onOff(value));
        default -> throw unknown(first);
      }
      return;
    }
    throw unknown(first);
  }

  private static Rule ruleOf(String first, List<String> words) {
    if (!words.isEmpty() && words.get(words.size() - 1).equals("do")) {
      words.remove(words.size() - 1);
    }
    boolean once = words.remove("once");
    if (first.equals("after")) {
      if (words.size() == 2 && words.get(1).startsWith("message")) {
        int number = StepReader.number(words.get(0));
        return new Rule(Rule.Trigger.NUMBER, List.of(), number, once);
      }
      throw new IllegalArgumentException("write: after NUMBER messages");
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("write: on brief, on anything, on \"TEXT\" …");
    }
    if (first.equals("collect")) {
      return new Rule(Rule.Trigger.COLLECT, words, 0, once);
    }
    if (words.size() == 1 && words.get(0).equals("brief")) {
      return new Rule(Rule.Trigger.BRIEF, List.of(), 0, once);
    }
    if (words.size() == 1 && words.get(0).equals("anything")) {
      return new Rule(Rule.Trigger.ANYTHING, List.of(), 0, once);
    }
    return new Rule(Rule.Trigger.TEXT, words, 0, once);
  }

  private static boolean onOff(String value) {
    if (value.equals("on") || value.equals("off")) {
      return value.equals("on");
    }
    throw new IllegalArgumentException("write: hooks on, or hooks off");
  }

  private static IllegalArgumentException unknown(String first) {
    return new IllegalArgumentException(
        "'"
            + first
            + "' is not understood here; known are default busy, slow-start, ask-at-start,"
            + " swallow-enter, lose-paste, hooks, on, after, collect, incarnation");
  }
}
