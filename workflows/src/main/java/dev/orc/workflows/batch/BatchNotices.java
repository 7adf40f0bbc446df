package dev.orc.workflows.batch;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.StoryLevel;
import java.time.Instant;
import java.util.Objects;

/** Tells people what failed for good, one after another, each once. Workflow threads only. */
final class BatchNotices implements Reconciler {
  private static final String KEY = "notice";
  private static final int LONGEST_STORY = 8_000;

  private final BatchContext context;

  BatchNotices(BatchContext context) {
    this.context = context;
  }

  @Override
  public void act(Instant now) {
    if (context.pending().accepting() && !context.pending().open(KEY)) {
      context.items().firstUntold().ifPresent(this::tell);
    }
  }

  private void tell(Item item) {
    Need need = need(item);
    context
        .pending()
        .start(
            KEY,
            () -> context.host().tell(need),
            (nothing, trouble) -> {
              if (trouble != null && trouble.canceled()) {
                return;
              }
              if (item.state() == ItemState.ESCALATED) {
                context.items().change(item, Item::told);
              }
              if (trouble != null) {
                String why = "nobody could be told: " + trouble.what();
                context.enter(StoryLevel.ERROR, EntryKind.NEED, item.name(), why);
              }
            });
  }

  private Need need(Item item) {
    String batch = context.input().name();
    boolean queue = batch == null || batch.equals(TaskQueues.QUEUE);
    String remedy =
        "orc queue retry " + item.name() + " --batch " + (queue ? TaskQueues.QUEUE : batch);
    String again = "orc queue add " + item.spec() + (queue ? "" : " --batch " + batch);
    return new Need(
        context.workflowId() + "/" + item.id() + "/" + item.tries().begun() + "/" + item.endedAt(),
        item.project() == null ? item.name() : item.project(),
        null,
        item.name() + " failed for good: " + item.reason(),
        "look at what was tried, then: " + remedy + "; once the batch is over: " + again,
        context.now(),
        Texts.cut(story(item), LONGEST_STORY));
  }

  private static String story(Item item) {
    StringBuilder story = new StringBuilder();
    story.append("Spec: ").append(item.spec());
    if (item.directory() != null) {
      story.append("\nProject: ").append(item.directory());
    }
    for (Try one : item.tries().failed()) {
      story.append("\nTry ").append(one.attempt()).append(", ");
      if (one.startedAt() != null) {
        story.append(one.startedAt()).append(" to ");
      }
      story.append(one.endedAt()).append(": ").append(one.failure());
      story.append(", ").append(one.reason());
      if (one.finding() != null) {
        story.append("\n  found: ").append(one.finding());
      }
    }
    item.tries().failed().stream()
        .map(Try::summary)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(summary -> story.append("\nSummary of the last try: ").append(summary));
    return story.toString();
  }
}
