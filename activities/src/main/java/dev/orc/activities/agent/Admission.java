package dev.orc.activities.agent;

import dev.orc.activities.driver.Reading;
import dev.orc.activities.watch.HostTruth.Deferral;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a text may be pasted now. Pure.
 *
 * @param deferral what keeps it away; NONE when it may come
 * @param clearFirst whether the composer has to be emptied first
 * @param detail why it is kept away, in one line; null when it is not
 */
record Admission(Deferral deferral, boolean clearFirst, String detail) {
  /** A limit that names no end is tried again after this, whenever mail comes. */
  private static final Duration UNREADABLE_LIMIT = Duration.ofMinutes(4);

  /**
   * @param hooks whether the truth comes from hooks; a screen is newer than what it was read from
   * @param composer what the composer holds; empty when it is empty
   * @param oursLeft whether a delivery of ours was not finished in this life
   */
  record Scene(
      Sighting truth,
      Reading screen,
      boolean hooks,
      Optional<String> composer,
      boolean oursLeft,
      boolean urgent,
      Instant now) {}

  boolean granted() {
    return deferral == Deferral.NONE;
  }

  static Admission of(Scene scene) {
    Condition condition = scene.truth.condition();
    if (condition == Condition.STARTING || condition == Condition.ASKING) {
      return deferred(Deferral.NOT_READY, condition);
    }
    if (scene.screen.condition() == Condition.ASKING) {
      return deferred(Deferral.SCREEN_IN_USE, Condition.ASKING);
    }
    if (!scene.urgent && condition != Condition.READY && !limitToBeTried(scene)) {
      return deferred(Deferral.NOT_READY, condition);
    }
    if (!scene.urgent && !scene.hooks && scene.screen.condition() == Condition.BUSY) {
      return deferred(Deferral.SCREEN_IN_USE, Condition.BUSY);
    }
    return composerAllows(scene);
  }

  private static boolean limitToBeTried(Scene scene) {
    return scene.truth.condition() == Condition.LIMITED
        && scene.truth.resetsAt() == null
        && scene.now.isAfter(scene.truth.since().plus(UNREADABLE_LIMIT));
  }

  private static Admission composerAllows(Scene scene) {
    if (scene.composer.isEmpty()) {
      return new Admission(Deferral.NONE, false, null);
    }
    boolean ours = scene.oursLeft || Letterhead.begins(scene.composer.get());
    if (ours || scene.urgent) {
      return new Admission(Deferral.NONE, true, null);
    }
    return new Admission(
        Deferral.SCREEN_IN_USE, false, "somebody's half-typed text is in the composer");
  }

  private static Admission deferred(Deferral deferral, Condition condition) {
    return new Admission(
        deferral, false, "the agent is " + condition.name().toLowerCase(Locale.ROOT));
  }
}
