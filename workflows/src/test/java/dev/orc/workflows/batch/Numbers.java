package dev.orc.workflows.batch;

import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.ResearchMode;
import dev.orc.workflows.model.StoryLevel;
import java.time.Duration;

/** The usual settings with some things changed. */
record Numbers(
    int parallel,
    boolean continueOnError,
    StoryLevel level,
    ResearchMode research,
    Duration lookEvery,
    int historyEvents) {
  static Numbers usual() {
    return new Numbers(
        1, true, StoryLevel.DEBUG, ResearchMode.AGENT, Duration.ofMinutes(10), 4_000);
  }

  Numbers parallel(int many) {
    return new Numbers(many, continueOnError, level, research, lookEvery, historyEvents);
  }

  Numbers research(ResearchMode mode) {
    return new Numbers(parallel, continueOnError, level, mode, lookEvery, historyEvents);
  }

  Numbers level(StoryLevel other) {
    return new Numbers(parallel, continueOnError, other, research, lookEvery, historyEvents);
  }

  Numbers stopsOnError() {
    return new Numbers(parallel, false, level, research, lookEvery, historyEvents);
  }

  Numbers lookEvery(Duration time) {
    return new Numbers(parallel, continueOnError, level, research, time, historyEvents);
  }

  Numbers historyEvents(int events) {
    return new Numbers(parallel, continueOnError, level, research, lookEvery, events);
  }

  BatchSettings settings() {
    BatchSettings usual = BatchSettings.DEFAULTS;
    return new BatchSettings(
        parallel,
        continueOnError,
        level,
        research,
        usual.retries(),
        usual.retryFirst(),
        usual.retryLongest(),
        usual.emptyFor(),
        usual.sameWithin(),
        lookEvery,
        usual.roomEvery(),
        historyEvents);
  }
}
