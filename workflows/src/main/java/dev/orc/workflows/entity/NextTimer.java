package dev.orc.workflows.entity;

import dev.orc.workflows.policy.SleepRules;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One timer for everything that is due some time; set anew only when something is due earlier.
 * Workflow threads only.
 */
public final class NextTimer implements Reconciler {
  private static final TimerOptions OPTIONS =
      TimerOptions.newBuilder().setSummary("what is due next").build();

  /** A timer of many years is more than a server bears. */
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * A timer that is due so soon is left to fire for nothing: it may have fired by the time the
   * server hears of its cancellation. The embedded server takes half of such an answer, and the run
   * hangs for ever.
   */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final List<Reconciler> reconcilers;
  private final Drain drain;
  private final Wakeup wakeup;
  private final BooleanSupplier leavesWhatIsSoon;
  private CancellationScope scope;
  private Instant setFor;
  private int left;

  /**
   * @param leavesWhatIsSoon false for runs that began when every timer was cancelled
   */
  public NextTimer(
      List<? extends Reconciler> reconcilers,
      Drain drain,
      Wakeup wakeup,
      BooleanSupplier leavesWhatIsSoon) {
    this.reconcilers = List.copyOf(reconcilers);
    this.drain = drain;
    this.wakeup = wakeup;
    this.leavesWhatIsSoon = leavesWhatIsSoon;
  }

  @Override
  public void act(Instant now) {
    Instant due =
        looking()
            .flatMap(Reconciler::due)
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
    return setFor != null || left > 0;
  }

  /** A run that ends looks at nothing but its end; the next one looks at the rest again. */
  private Stream<Reconciler> looking() {
    return drain.draining() ? Stream.of(drain) : reconcilers.stream();
  }

  public void cancel() {
    if (scope != null) {
      if (leavesWhatIsSoon.getAsBoolean() && soon()) {
        left++;
      } else {
        scope.cancel();
      }
      scope = null;
      setFor = null;
    }
  }

  private boolean soon() {
    return setFor.toEpochMilli() - Workflow.currentTimeMillis() <= SOON.toMillis();
  }

  private void set(Instant due, Instant now) {
    Duration wait = Duration.between(now, due);
    setFor = wait.compareTo(LONGEST) > 0 ? now.plus(LONGEST) : due;
    Instant at = setFor;
    scope =
        Workflow.newCancellationScope(mine -> timer(mine, Duration.between(now, at).plusMillis(1)));
    scope.run();
  }

  private void timer(CancellationScope mine, Duration wait) {
    Workflow.newTimer(wait, OPTIONS)
        .handle(
            (nothing, failure) -> {
              if (failure == null) {
                fired(mine);
              }
              return null;
            });
  }

  /** One that was left rings too: whoever waits until no timer is set looks again. */
  private void fired(CancellationScope timer) {
    if (timer == scope) {
      scope = null;
      setFor = null;
    } else {
      left--;
    }
    wakeup.request();
  }
}
