package dev.orc.workflows.entity;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the host was asked and has not answered yet, each under a key of its own. An answer wakes
 * the loop. Costs no thread while it waits. Workflow threads only.
 */
public final class PendingActivities {
  /** Takes the host's answer: a value, or else the trouble. */
  @FunctionalInterface
  public interface Answer<T> {
    void take(T value, Trouble trouble);
  }

  private final Map<String, CancellationScope> open = new LinkedHashMap<>();
  private final Wakeup wakeup;
  private boolean accepting = true;
  private RuntimeException fault;

  public PendingActivities(Wakeup wakeup) {
    this.wakeup = wakeup;
  }

  /** Asks the host; only while nothing is open under that key. */
  public <T> void start(String key, Supplier<Promise<T>> ask, Answer<T> answer) {
    List<Promise<T>> asked = new ArrayList<>(1);
    CancellationScope scope = Workflow.newCancellationScope(() -> asked.add(ask.get()));
    if (open.putIfAbsent(key, scope) != null) {
      throw new IllegalStateException("already asked: " + key);
    }
    scope.run();
    asked
        .get(0)
        .handle(
            (value, failure) -> {
              answered(key, scope, value, failure, answer);
              return null;
            });
  }

  public boolean open(String key) {
    return open.containsKey(key);
  }

  /** Whether everything was answered. */
  public boolean idle() {
    return open.isEmpty();
  }

  /** Whether a key with that beginning is open. */
  public boolean anyOpen(String beginning) {
    return open.keySet().stream().anyMatch(key -> key.startsWith(beginning));
  }

  /** Takes a question back and ignores whatever is answered to it. */
  public void drop(String key) {
    CancellationScope scope = open.remove(key);
    if (scope != null) {
      scope.cancel();
    }
  }

  /** Takes every question back; those that may wait for the host's word still get an answer. */
  public void cancelAll() {
    List.copyOf(open.values()).forEach(CancellationScope::cancel);
  }

  /** From now on nothing new is asked. */
  public void close() {
    accepting = false;
  }

  public boolean accepting() {
    return accepting;
  }

  /** A fault in our own handling of an answer must show as a failed workflow task, not vanish. */
  public void rethrow() {
    if (fault != null) {
      throw fault;
    }
  }

  private <T> void answered(
      String key, CancellationScope scope, T value, RuntimeException failure, Answer<T> answer) {
    if (open.get(key) != scope) {
      return;
    }
    open.remove(key);
    try {
      answer.take(value, failure == null ? null : Trouble.of(failure));
    } catch (RuntimeException ours) {
      fault = ours;
    }
    wakeup.request();
  }
}
