package dev.orc.workflows.entity;

import dev.orc.workflows.policy.SleepRules;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One timer for everything that is due some time; set anew only when something is due earlier.
 * Workflow threads only.
 */
public final class Alarm implements Part {
  private static final TimerOptions OPTIONS =
      TimerOptions.newBuilder().setSummary("what is due next").build();

  /** A timer of many years is more than a server bears. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private final List<Part> parts;
  private final Drain drain;
  private final Bell bell;
  private CancellationScope scope;
  private Instant setFor;

  public Alarm(List<? extends Part> parts, Drain drain, Bell bell) {
    this.parts = List.copyOf(parts);
    this.drain = drain;
    this.bell = bell;
  }

  @Override
  public void act(Instant now) {
    Instant due =
        looking()
            .flatMap(Part::due)
            .filter(time -> time.isAfter(now))
            .min(Instant::compareTo)
            .orElse(null);
    if (due == null || (setFor != null && !due.isBefore(setFor))) {
      return;
    }
    cancel();
    set(due, now);
  }

  /** For how long nothing ran although something was due; the alarm is set anew after it. */
  public Duration slept(Instant now) {
    Duration slept = SleepRules.slept(setFor, now);
    if (!slept.isZero()) {
      cancel();
    }
    return slept;
  }

  /** Whether a timer is set that has not fired yet. */
  public boolean set() {
    return setFor != null;
  }

  /** A run that ends looks at nothing but its end; the next one looks at the rest again. */
  private Stream<Part> looking() {
    return drain.draining() ? Stream.of(drain) : parts.stream();
  }

  public void cancel() {
    if (scope != null) {
      scope.cancel();
      scope = null;
      setFor = null;
    }
  }

  private void set(Instant due, Instant now) {
    Duration wait = Duration.between(now, due);
    setFor = wait.compareTo(LONGEST) > 0 ? now.plus(LONGEST) : due;
    Instant at = setFor;
    CancellationScope mine =
        Workflow.newCancellationScope(() -> timer(Duration.between(now, at).plusMillis(1), at));
    scope = mine;
    mine.run();
  }

  private void timer(Duration wait, Instant due) {
    Workflow.newTimer(wait, OPTIONS)
        .handle(
            (nothing, failure) -> {
              if (failure == null && due.equals(setFor)) {
                scope = null;
                setFor = null;
                bell.ring();
              }
              return null;
            });
  }
}
