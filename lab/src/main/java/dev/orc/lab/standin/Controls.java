package dev.orc.lab.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the stand-in is told from outside. Thread-safe. */
public final class Controls {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
  private static final Duration USUAL_WINDOW = Duration.ofHours(3);

  private final Clock clock;
  private Mood mood = Mood.FINE;
  private Instant until;
  private int left;
  private Duration delay = Duration.ZERO;
  private int tokens = 1_200;
  private int usedPercent = -1;

  Controls(Clock clock) {
    this.clock = clock;
  }

  /** From now on, until told otherwise. */
  public void mood(Mood next) {
    set(next, null, 0);
  }

  /** Until then, and fine afterwards; for a limit it is the time that its refusal names. */
  public void mood(Mood next, Instant end) {
    set(next, end, 0);
  }

  /** For so many requests, and fine afterwards. */
  public void mood(Mood next, int requests) {
    set(next, null, requests);
  }

  private synchronized void set(Mood next, Instant end, int requests) {
    mood = next;
    until = end;
    left = requests;
    notifyAll();
  }

  /** How long every answer takes. */
  public synchronized void delay(Duration next) {
    delay = next;
  }

  /** How many tokens each request is said to have had. */
  public synchronized void tokens(int next) {
    tokens = next;
  }

  /** How much of the limit is said to be used, as a subscription is told; -1 says nothing of it. */
  public synchronized void usedPercent(int next) {
    usedPercent = next;
  }

  synchronized Duration delay() {
    return delay;
  }

  synchronized int tokens() {
    return tokens;
  }

  synchronized int usedPercent() {
    return usedPercent;
  }

  /** The mood now. */
  public synchronized Mood mood() {
    if (until != null && !clock.instant().isBefore(until)) {
      set(Mood.FINE, null, 0);
    }
    return mood;
  }

  /** The mood for one request, which counts when moods are counted. */
  synchronized Mood take(boolean counts) {
    Mood now = mood();
    if (counts && left > 0 && --left == 0) {
      set(Mood.FINE, null, 0);
    }
    return now;
  }

  /** When the limit of this mood ends. */
  synchronized Instant resets() {
    return until != null ? until : clock.instant().plus(USUAL_WINDOW);
  }

  Instant now() {
    return clock.instant();
  }

  /** Keeps the caller until the mood is another one; ten minutes at most. */
  synchronized void hang() throws InterruptedException {
    Instant end = clock.instant().plus(LONGEST_SILENCE);
    while (mood() == Mood.HANGING && clock.instant().isBefore(end)) {
      wait(1_000);
    }
  }
}
