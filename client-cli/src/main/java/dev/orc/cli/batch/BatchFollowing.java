package dev.orc.cli.batch;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.api.WorkerDown;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.Moment;
import dev.orc.cli.screen.BatchLine;
import dev.orc.cli.screen.Clean;
import dev.orc.cli.screen.TimelineText;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.TimelineEntry;
import java.time.Duration;
import java.time.Instant;

/**
 * Follows a batch: a line for every part of its story, and on a terminal one below that says how
 * far it is. Not thread-safe.
 */
public final class BatchFollowing {
  private static final Duration LOOK = Duration.ofMillis(700);
  private static final Duration LONGEST_AWAY = Duration.ofMinutes(1);

  private final String batch;
  private final CommandContext here;
  private final boolean json;
  private final TimelineText text;
  private final ProgressLine progress;
  private Duration patience = LONGEST_AWAY;
  private long seen;
  private Instant heardAt;

  public BatchFollowing(String batch, CommandContext here, boolean json) {
    this.batch = batch;
    this.here = here;
    this.json = json;
    this.text = TimelineText.within(here.terminal().room(), here.clock());
    this.progress = new ProgressLine(here, here.terminal().out() && !json);
  }

  /** How long nothing may be heard from the worker before it is given up. */
  public BatchFollowing within(Duration longest) {
    patience = longest;
    return this;
  }

  /** Follows until nothing more happens by itself; the exit code says whether all is completed. */
  public int untilOver() {
    try (progress) {
      ApiClient api = ApiClient.of(here);
      BatchStatus status = look(api);
      while (!over(status)) {
        progress.show(BatchLine.progress(status));
        Moment.await(Instant.now().plus(LOOK));
        status = look(api);
      }
      progress.clear();
      return end(status);
    }
  }

  /** The status, and before it whatever the story tells until then; asked until it is answered. */
  private BatchStatus look(ApiClient first) {
    ApiClient api = first;
    while (true) {
      try {
        BatchStatus status = BatchFinder.one(api, batch);
        catchUp(api);
        heardAt = Instant.now();
        return status;
      } catch (WorkerDown e) {
        waitAfter(e);
        // A worker that was started again listens elsewhere.
        api = ApiClient.of(here);
      } catch (Failure e) {
        if (e.exit() != Failure.NO_SERVER) {
          throw e;
        }
        waitAfter(e);
      }
    }
  }

  private void waitAfter(Failure lost) {
    if (heardAt == null) {
      throw lost;
    }
    if (Instant.now().isAfter(heardAt.plus(patience))) {
      throw new Failure(
          Failure.NO_SERVER,
          "the worker went away; the batch itself goes on",
          "Follow again: orc queue watch --batch " + batch);
    }
    Moment.await(Instant.now().plus(LOOK));
  }

  private void catchUp(ApiClient api) {
    String path = BatchFinder.of(batch, "story") + "?since=" + seen;
    for (TimelineEntry entry : api.list(TimelineEntry.class, path)) {
      if (entry.number() <= seen) {
        continue;
      }
      seen = entry.number();
      progress.clear();
      if (json) {
        here.say(ApiJson.line(entry));
      } else {
        text.of(entry).forEach(here::say);
      }
    }
    here.out().flush();
  }

  private int end(BatchStatus status) {
    here.say(
        json
            ? ApiJson.line(status)
            : Clean.line("Batch " + batch + " is over, " + BatchLine.counts(status)));
    return status.items().stream().allMatch(BatchFollowing::well) ? Failure.DONE : Failure.FAILED;
  }

  private static boolean over(BatchStatus status) {
    boolean nothingLeft = status.items().stream().allMatch(item -> item.state().over());
    return status.endedAt() != null || nothingLeft && !status.items().isEmpty();
  }

  private static boolean well(BatchItem item) {
    return item.state() == ItemState.COMPLETED || item.state() == ItemState.REMOVED;
  }
}
