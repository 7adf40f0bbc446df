package dev.orc.activities.agent;

import dev.orc.activities.driver.Driver;
import dev.orc.activities.text.CleanText;
import dev.orc.activities.tmux.Tmux.Pane;
import dev.orc.activities.tmux.TmuxException;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program's time from its start until it can be briefed: its dialogs are answered as the driver
 * allows, each once. For one launch.
 */
final class FirstMinutes {
  static final String EXITED = "AgentExited";

  private static final Duration SLICE = Duration.ofSeconds(1);

  /** So long a dialog may stay after its answer before a person is asked. */
  private static final Duration AFTER_ANSWER = Duration.ofSeconds(5);

  private final AgentHost host;
  private final Driver driver;
  private final Beat beat;
  private final Set<String> answered = new HashSet<>();
  private long answeredAt;

  FirstMinutes(AgentHost host, Driver driver, Beat beat) {
    this.host = host;
    this.driver = driver;
    this.beat = beat;
  }

  /** What the program came to within the order's time. */
  Sighting of(LaunchOrder order, Pane pane) throws InterruptedException {
    long end = System.nanoTime() + order.within().toNanos();
    while (true) {
      Optional<Sighting> seen = lookUntilSettled(order, pane, end);
      beat.beat();
      if (seen.filter(sighting -> isAnswerable(sighting)).isPresent()) {
        answer(seen.get(), pane);
      } else if (seen.filter(sighting -> isSettled(sighting, order, pane)).isPresent()) {
        return alive(seen.get(), order, pane);
      } else if (System.nanoTime() - end >= 0) {
        return alive(seen.orElseGet(() -> notSeen(order, pane)), order, pane);
      }
    }
  }

  private Optional<Sighting> lookUntilSettled(LaunchOrder order, Pane pane, long end)
      throws InterruptedException {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    return host.truth()
        .await(
            order.project(),
            order.role().name(),
            sighting -> isSettled(sighting, order, pane),
            left.compareTo(SLICE) < 0 ? left : SLICE)
        .filter(
            sighting ->
                sighting.incarnation() == order.incarnation()
                    && (sighting.pane() == null || pane.id().equals(sighting.pane())));
  }

  private boolean isSettled(Sighting sighting, LaunchOrder order, Pane pane) {
    boolean beingAnswered =
        sighting.condition() == Condition.ASKING
            && answered.contains(String.valueOf(sighting.detail()))
            && System.nanoTime() - answeredAt < AFTER_ANSWER.toNanos();
    boolean ofThisPane =
        pane.id().equals(sighting.pane()) || sighting.condition() == Condition.MISSING;
    return sighting.incarnation() >= order.incarnation()
        && ofThisPane
        && sighting.condition() != Condition.STARTING
        && !beingAnswered;
  }

  private boolean isAnswerable(Sighting sighting) {
    return sighting.condition() == Condition.ASKING
        && !answered.contains(String.valueOf(sighting.detail()))
        && keys(sighting).isPresent();
  }

  private Optional<List<String>> keys(Sighting sighting) {
    return sighting.detail() == null ? Optional.empty() : driver.answer(sighting.detail());
  }

  private void answer(Sighting sighting, Pane pane) {
    answered.add(String.valueOf(sighting.detail()));
    answeredAt = System.nanoTime();
    keys(sighting).ifPresent(keys -> host.tmux().keys(pane.id(), keys));
  }

  private Sighting notSeen(LaunchOrder order, Pane pane) {
    return new Sighting(
        order.role().name(),
        order.incarnation(),
        Condition.STARTING,
        host.now(),
        pane.window(),
        pane.id(),
        null,
        null,
        null,
        0,
        null,
        null);
  }

  /** A program that ends at its start is a failure that says what it said last. */
  private Sighting alive(Sighting seen, LaunchOrder order, Pane pane) {
    if (seen.condition().alive()) {
      return seen;
    }
    String how = seen.detail() == null ? "is gone" : seen.detail();
    String lastLine = lastLine(pane);
    throw ApplicationFailure.newFailure(
        "the program of "
            + order.role().name()
            + " "
            + how
            + " before it was ready"
            + (lastLine.isEmpty() ? "" : ": " + lastLine),
        EXITED);
  }

  private String lastLine(Pane pane) {
    try {
      List<String> lines =
          host.tmux()
              .screen(pane.id())
              .lines()
              .map(line -> CleanText.oneLine(line, 200))
              .filter(line -> !line.isEmpty() && !line.startsWith("Pane is dead"))
              .toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    } catch (TmuxException e) {
      return "";
    }
  }
}
