package dev.orc.workflows.project;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One timer for everything that is due some time; set anew only when something is due earlier. */
final class Alarm implements Part {
  private static final TimerOptions OPTIONS =
      TimerOptions.newBuilder().setSummary("what is due next").build();

  private final List<Part> parts;
  private final Bell bell;
  private CancellationScope scope;
  private Instant setFor;

  Alarm(List<Part> parts, Bell bell) {
    this.parts = List.copyOf(parts);
    this.bell = bell;
  }

  @Override
  public void act(Instant now) {
    Instant due =
        parts.stream().map(Part::due).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    if (due == null || setFor != null && !due.isBefore(setFor)) {
      return;
    }
    cancel();
    set(due, now);
  }

  void cancel() {
    if (scope != null) {
      scope.cancel();
      scope = null;
      setFor = null;
    }
  }

  private void set(Instant due, Instant now) {
    Duration wait = Duration.between(now, due);
    Duration whole = wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    setFor = due;
    CancellationScope mine = Workflow.newCancellationScope(() -> timer(whole, due));
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
