package dev.orc.workflows.batch;

import dev.orc.workflows.entity.Carried;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StoryLevel;
import java.time.Instant;
import java.util.Locale;

/** Where the batch as a whole stands. Workflow threads only. */
@Carried
final class BatchLifecycle {
  private BatchSettings settings;
  private Instant startedAt;
  private Instant endedAt;
  private String pausedWhy;
  private boolean canceled;
  private String workerRun;
  private boolean pausedItself;

  private BatchLifecycle() {}

  BatchLifecycle(BatchSettings settings, Instant now) {
    this.settings = settings == null ? BatchSettings.DEFAULTS : settings;
    this.startedAt = now;
  }

  BatchSettings settings() {
    return settings;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** Null while it runs. */
  Instant endedAt() {
    return endedAt;
  }

  boolean paused() {
    return pausedWhy != null;
  }

  /** Null when it is not paused. */
  String pausedWhy() {
    return pausedWhy;
  }

  boolean canceled() {
    return canceled;
  }

  /** Whether something new may be started. */
  boolean starts() {
    return !paused() && !canceled;
  }

  void pause(String why) {
    pausedWhy = why;
    pausedItself = false;
  }

  /** Nothing more is started, as if somebody had paused it; but nobody keeps it open by that. */
  void pauseItself(String why) {
    pausedWhy = why;
    pausedItself = true;
  }

  /** Whether a person wants it to stay as it is, even when nothing is left to do. */
  boolean heldOpen() {
    return paused() && !pausedItself;
  }

  void resume() {
    pausedWhy = null;
  }

  void cancel() {
    canceled = true;
  }

  void end(Instant now) {
    endedAt = now;
  }

  /** Answers whether that worker was not known yet. */
  boolean newWorker(String run) {
    boolean other = run != null && !run.equals(workerRun);
    workerRun = run;
    return other;
  }

  /** From now on it is run like that, as far as the wish says something. */
  void heed(BatchWish wish) {
    settings =
        new BatchSettings(
            wish.parallel() == null ? settings.parallel() : wish.parallel(),
            wish.continueOnError() == null ? settings.continueOnError() : wish.continueOnError(),
            wish.logLevel() == null ? settings.level() : level(wish.logLevel()),
            settings.research(),
            settings.retries(),
            settings.retryFirst(),
            settings.retryLongest(),
            settings.emptyFor(),
            settings.sameWithin(),
            settings.lookEvery(),
            settings.roomEvery(),
            settings.historyEvents());
  }

  private static StoryLevel level(String name) {
    return StoryLevel.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
