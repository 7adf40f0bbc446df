package dev.orc.workflows.entity;

import java.util.function.Function;

/**
 * One update of a workflow: its check and its act in one class, side by side. {@link #validate} is
 * what the validator calls: it only looks, and throws before anything is in the history. {@link
 * #handle} is what the handler calls: it puts what was asked into the state, from where the main
 * loop takes it. It never waits, and fails only with an ApplicationFailure, since any other
 * exception would stop the whole run. What was accepted before, under the same id, is neither
 * refused nor done again. Workflow threads only.
 *
 * @param <R> what the update carries
 * @param <A> what it is answered with
 */
public abstract class CheckedUpdate<R, A> {
  private static final int LONGEST_ID = 100;

  private final Function<R, String> id;
  private final RecentIds accepted;
  private final Wakeup wakeup;
  private final Drain drain;

  /**
   * @param id where the request holds the id that its caller has made
   * @param drain counts the updates of a run
   */
  protected CheckedUpdate(Function<R, String> id, RecentIds accepted, Wakeup wakeup, Drain drain) {
    this.id = id;
    this.accepted = accepted;
    this.wakeup = wakeup;
    this.drain = drain;
  }

  public final void validate(R request) {
    String said = id.apply(request);
    if (blank(said) || said.length() > LONGEST_ID) {
      throw Refusals.usage("an update needs an id of 1 to " + LONGEST_ID + " characters");
    }
    if (!accepted.seen(said)) {
      check(request);
    }
  }

  /** Whatever comes of it: it counts, and everybody looks again. */
  public final A handle(R request) {
    drain.update();
    wakeup.request();
    if (accepted.seen(id.apply(request))) {
      return again(request);
    }
    A answer = Refusals.guard(() -> act(request));
    accepted.remember(id.apply(request));
    return answer;
  }

  /** Refuses what can not be done; changes nothing. */
  protected abstract void check(R request);

  /** Does what was asked. */
  protected abstract A act(R request);

  /** The answer to what was accepted before. */
  protected abstract A again(R request);

  protected static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
