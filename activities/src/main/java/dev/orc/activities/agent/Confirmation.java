package dev.orc.activities.agent;

import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Finds out whether the program has taken what was submitted: by its hook's receipt, or else by its
 * screen. An Enter that was swallowed is sent again, the text never. For one thread.
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

  /** A program that took the text and sends no receipt for so long has broken hooks. */
  private static final Duration RECEIPT = Duration.ofSeconds(6);

  private static final Duration SLICE = Duration.ofSeconds(1);

  /** Waits for the hook's receipt. */
  interface Receipts {
    Optional<Instant> await(Duration atMost) throws InterruptedException;
  }

  private final Receipts receipts;
  private final Supplier<Glance> glance;
  private final BooleanSupplier lives;
  private final Runnable enter;
  private final Patience patience;
  private final Beat beat;
  private String detail;

  Confirmation(
      Receipts receipts,
      Supplier<Glance> glance,
      BooleanSupplier lives,
      Runnable enter,
      Patience patience,
      Beat beat) {
    this.receipts = receipts;
    this.glance = glance;
    this.lives = lives;
    this.enter = enter;
    this.patience = patience;
    this.beat = beat;
  }

  String detail() {
    return detail;
  }

  /**
   * @param byHooks whether this life's hooks tell of prompts
   * @param wasShown whether the composer was seen to hold the text
   */
  Delivery of(Letter letter, boolean byHooks, boolean wasShown) throws InterruptedException {
    for (int enters = 1; enters <= WAITS.size(); enters++) {
      Duration wait = WAITS.get(enters - 1);
      boolean taken = byHooks ? receipt(wait) : leavesComposer(letter, wait);
      if (taken && byHooks) {
        return Delivery.DELIVERED;
      }
      if (!lives.getAsBoolean()) {
        return ended();
      }
      if (taken || !glance.get().composerHolds(letter)) {
        return byHooks ? afterComposer(wasShown) : byScreen(letter, wasShown);
      }
      if (enters < WAITS.size()) {
        enter.run();
      }
    }
    detail = "the composer still holds the text after " + WAITS.size() + " times Enter";
    return Delivery.UNKNOWN;
  }

  private boolean receipt(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (receipts.await(left.compareTo(SLICE) < 0 ? left : SLICE).isPresent()) {
        return true;
      }
      if (left.compareTo(SLICE) <= 0 || !lives.getAsBoolean()) {
        return false;
      }
      beat.beat();
    }
  }

  private boolean leavesComposer(Letter letter, Duration atMost) throws InterruptedException {
    return patience.until(() -> !glance.get().composerHolds(letter), atMost);
  }

  /** The composer let go of the text and no receipt came yet: a busy program queues prompts. */
  private Delivery afterComposer(boolean wasShown) throws InterruptedException {
    boolean queued = wasShown && glance.get().reading().condition() == Condition.BUSY;
    if (receipt(queued ? SLICE : RECEIPT)) {
      return Delivery.DELIVERED;
    }
    if (!lives.getAsBoolean()) {
      return ended();
    }
    detail = queued ? "the busy program has queued it" : "by its screen; no receipt came";
    return wasShown ? Delivery.DELIVERED : unseen();
  }

  private Delivery byScreen(Letter letter, boolean wasShown) throws InterruptedException {
    boolean taken =
        wasShown
            || patience.until(
                () -> {
                  Glance now = glance.get();
                  return now.reading().condition() == Condition.BUSY
                      || now.screen().contains("[orc " + letter.id() + " ");
                },
                SLICE);
    return taken ? Delivery.DELIVERED : unseen();
  }

  private Delivery unseen() {
    detail = "neither a receipt nor the screen shows that the program has it";
    return Delivery.UNKNOWN;
  }

  private Delivery ended() {
    detail = "the program ended before it confirmed";
    return Delivery.GONE;
  }
}
