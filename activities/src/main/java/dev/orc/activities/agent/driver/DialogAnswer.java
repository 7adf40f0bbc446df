package dev.orc.activities.agent.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keys towards the answer to a question, from where its mark is now.
 *
 * @param dialog what the question is called
 * @param steps what to press, with the pauses between
 * @param last whether they answer it; else the screen has to be looked at again after them
 */
public record DialogAnswer(String dialog, List<Step> steps, boolean last) {
  public DialogAnswer {
    steps = List.copyOf(steps);
  }

  /**
   * @param key a tmux key; null for a pause
   * @param pause how long to wait; null for a key
   */
  public record Step(String key, Duration pause) {}

  /** Empty when a person has to answer, or the choice to take is not to be seen. */
  static Optional<DialogAnswer> to(Dialog dialog, DriverFile.Menu menu) {
    DriverFile.Dialog kind = dialog.kind();
    if (kind.answer() != null) {
      List<Step> steps =
          kind.answer().stream().map(step -> new Step(step.key(), step.pause())).toList();
      return Optional.of(new DialogAnswer(name(dialog), steps, true));
    }
    return kind.choose() == null || menu == null || dialog.marked() < 0
        ? Optional.empty()
        : wanted(dialog).map(wanted -> towards(dialog, name(dialog), wanted, menu));
  }

  private static Optional<Integer> wanted(Dialog dialog) {
    for (int i = 0; i < dialog.options().size(); i++) {
      if (dialog.kind().choose().matcher(dialog.options().get(i)).find()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** One key at a time: keys in a burst are lost by some programs, and Enter would take another. */
  static DialogAnswer towards(Dialog dialog, String name, int wanted, DriverFile.Menu menu) {
    boolean there = wanted == dialog.marked();
    String move = wanted > dialog.marked() ? menu.next() : menu.previous();
    Step step = new Step(there ? menu.take() : move, null);
    return new DialogAnswer(name, List.of(step), there);
  }

  private static String name(Dialog dialog) {
    return dialog.kind().label() == null ? dialog.words() : dialog.kind().label();
  }
}
