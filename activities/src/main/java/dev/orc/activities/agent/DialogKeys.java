package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.DialogAnswer;
import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.host.tmux.Tmux;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers the question on a program's screen as its driver allows: one key, a look at what it did,
 * the next key. Enter is only pressed on the choice that is wanted. For one pane.
 */
final class DialogKeys {
  /** More moves than any of these menus has choices. */
  private static final int MOVES = 20;

  /** So long a program may take to draw what a key did. */
  private static final Duration DRAWN = Duration.ofSeconds(2);

  private final Tmux tmux;
  private final Driver driver;
  private final Beat beat;
  private final Patience patience;

  DialogKeys(Tmux tmux, Driver driver, Beat beat) {
    this.tmux = tmux;
    this.driver = driver;
    this.beat = beat;
    this.patience = new Patience(beat);
  }

  /** Whether there is a question on the screen that the driver may answer. */
  boolean canAnswer(String paneId) {
    return driver.answer(tmux.screen(paneId)).isPresent();
  }

  /** Whether the question that was on the screen was answered. */
  boolean answer(String paneId) throws InterruptedException {
    return answer(paneId, driver::answer);
  }

  /** The same with what a person has chosen, by its place from 0 on. */
  boolean choose(String paneId, int choice) throws InterruptedException {
    return answer(paneId, screen -> driver.choose(screen, choice));
  }

  private boolean answer(String paneId, Function<String, Optional<DialogAnswer>> towards)
      throws InterruptedException {
    String asked = null;
    for (int i = 0; i < MOVES; i++) {
      String screen = tmux.screen(paneId);
      Optional<DialogAnswer> next = towards.apply(screen);
      boolean another = next.isEmpty() || asked != null && !asked.equals(next.get().dialog());
      if (another) {
        return false;
      }
      asked = next.get().dialog();
      press(paneId, next.get().steps());
      boolean drawn = patience.until(() -> !tmux.screen(paneId).equals(screen), DRAWN);
      if (next.get().last()) {
        return drawn;
      }
    }
    return false;
  }

  private void press(String paneId, List<DialogAnswer.Step> steps) throws InterruptedException {
    for (DialogAnswer.Step step : steps) {
      if (step.key() == null) {
        beat.beat();
        TimeUnit.NANOSECONDS.sleep(step.pause().toNanos());
      } else {
        tmux.keys(paneId, List.of(step.key()));
      }
    }
  }
}
