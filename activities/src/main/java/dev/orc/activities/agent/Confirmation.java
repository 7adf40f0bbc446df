package dev.orc.activities.agent;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether the program has taken what was submitted: by its hook's receipt, or else by its
 * screen. An Enter that was swallowed is sent again, the text never. For one letter.
 */
final class Confirmation {
  /** How long is waited after each Enter before the next one, while the composer holds the text. */
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(4));

  /** A program that tells of each prompt is not sent a second Enter sooner: it would tell. */
  private static final Duration TELLS_WITHIN = Duration.ofSeconds(2);

  /** A slow program gets so many times as long as it took to show the text. */
  private static final int PACES = 4;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** A program that took the text and sends no receipt for so long has broken hooks. */
  private static final Duration RECEIPT = Duration.ofSeconds(6);

  private static final Duration SLICE = Duration.ofSeconds(1);

  private final AgentPane pane;
  private final LetterText letter;
  private final Instant submittedAt;
  private final boolean byHooks;
  private final boolean wasShown;
  private final boolean wasWorking;
  private final Duration pace;
  private final Patience patience = new Patience(() -> {});

  /**
   * @param wasShown whether the composer was seen to hold the text
   * @param wasWorking whether the program worked when it was submitted, and may only queue it
   * @param pace how long the program took to show the text
   */
  Confirmation(
      AgentPane pane,
      LetterText letter,
      Instant submittedAt,
      boolean wasShown,
      boolean wasWorking,
      Duration pace) {
    this.pane = pane;
    this.letter = letter;
    this.submittedAt = submittedAt;
    this.byHooks = pane.tellsOfPrompts();
    this.wasShown = wasShown;
    this.wasWorking = wasWorking;
    this.pace = pace;
  }

  Brought await() throws InterruptedException {
    for (int enters = 1; enters <= WAITS.size(); enters++) {
      Optional<Brought> known = within(wait(enters, pace, byHooks));
      if (known.isPresent()) {
        return known.get();
      }
      if (enters < WAITS.size()) {
        pane.enter();
      }
    }
    return doubtful("the composer still holds the text after " + WAITS.size() + " times Enter");
  }

  /**
   * How long a program has for the Enter of that number. One that is behind its keys shows the old
   * text for a while, and would take a second Enter for the same prompt once more.
   */
  static Duration wait(int enters, Duration pace, boolean tells) {
    Duration slow = pace.multipliedBy(PACES);
    return Stream.of(
            WAITS.get(enters - 1),
            slow.compareTo(LONGEST_WAIT) < 0 ? slow : LONGEST_WAIT,
            tells ? TELLS_WITHIN : Duration.ZERO)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Empty while the composer holds the text: Enter was swallowed. */
  private Optional<Brought> within(Duration wait) throws InterruptedException {
    Optional<Instant> receipt = byHooks ? pane.receipt(letter.id(), wait) : Optional.empty();
    if (receipt.isPresent()) {
      return Optional.of(taken(receipt.get()));
    }
    boolean left = !byHooks && leavesComposer(wait);
    if (!pane.lives()) {
      return Optional.of(ended());
    }
    if (left || !pane.glance().composerHolds(letter)) {
      return Optional.of(byHooks ? afterComposer() : byScreen());
    }
    return Optional.empty();
  }

  private boolean leavesComposer(Duration atMost) throws InterruptedException {
    return patience.until(() -> !pane.glance().composerHolds(letter), atMost);
  }

  /** The composer let go of the text and no receipt came yet: a busy program queues prompts. */
  private Brought afterComposer() throws InterruptedException {
    boolean queued =
        wasShown && (wasWorking || pane.glance().reading().condition() == Condition.BUSY);
    Optional<Instant> receipt = pane.receipt(letter.id(), queued ? SLICE : RECEIPT);
    if (receipt.isPresent()) {
      return taken(receipt.get());
    }
    if (!pane.lives()) {
      return ended();
    }
    if (queued) {
      return Brought.queued(submittedAt);
    }
    return wasShown
        ? new Brought(Result.TAKEN, submittedAt, "by its screen; no receipt came")
        : unseen();
  }

  private Brought byScreen() throws InterruptedException {
    boolean taken =
        wasShown
            || patience.until(
                () -> {
                  Glance now = pane.glance();
                  return now.reading().condition() == Condition.BUSY
                      || now.screen().contains("[orc " + letter.id() + " ");
                },
                SLICE);
    return taken ? Brought.taken(submittedAt) : unseen();
  }

  /** Some programs give the receipt when they have only queued it. */
  private Brought taken(Instant at) {
    return wasWorking && pane.driver().receiptsWhenQueued()
        ? Brought.queued(submittedAt)
        : Brought.taken(at);
  }

  private Brought unseen() {
    return doubtful("neither a receipt nor the screen shows that the program has it");
  }

  private Brought ended() {
    return doubtful("the program ended before it confirmed");
  }

  private Brought doubtful(String why) {
    return new Brought(Result.DOUBTFUL, submittedAt, why);
  }
}
