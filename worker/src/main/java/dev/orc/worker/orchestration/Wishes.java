package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.BatchSettings;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StoryLevel;
import java.util.Arrays;
import java.util.Locale;

/** What somebody wants a batch to be run like, over what is configured. Pure. */
final class Wishes {
  private static final int MOST_PARALLEL = 100;

  private Wishes() {}

  static BatchSettings over(BatchSettings usual, BatchWish wish) {
    return new BatchSettings(
        wish.parallel() == null ? usual.parallel() : parallel(wish.parallel()),
        wish.continueOnError() == null ? usual.continueOnError() : wish.continueOnError(),
        wish.logLevel() == null ? usual.level() : level(wish.logLevel()),
        usual.research(),
        usual.retries(),
        usual.retryFirst(),
        usual.retryLongest(),
        usual.emptyFor(),
        usual.sameWithin(),
        usual.lookEvery(),
        usual.roomEvery(),
        usual.historyEvents());
  }

  private static int parallel(int wished) {
    if (wished < 1 || wished > MOST_PARALLEL) {
      throw new Refusal(
          Refusal.Kind.USAGE,
          wished + " projects at a time are not possible",
          "name 1 to " + MOST_PARALLEL);
    }
    return wished;
  }

  private static StoryLevel level(String wished) {
    String word = wished.toUpperCase(Locale.ROOT);
    return Arrays.stream(StoryLevel.values())
        .filter(level -> level.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.USAGE,
                    "there is no log level '" + wished + "'",
                    "use DEBUG, INFO, WARNING or ERROR"));
  }
}
