package dev.orc.workflows.batch;

import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Need;
import dev.orc.workflows.model.StoryLevel;
import java.time.Instant;
import java.util.Objects;

/** Tells people what failed for good, one after another, each once. Workflow threads only. */
final class BatchNotices implements Part {
  private static final String KEY = "notice";
  private static final int LONGEST_STORY = 8_000;

  private final BatchContext desk;

  BatchNotices(BatchContext desk) {
    this.desk = desk;
  }

  @Override
  public void act(Instant now) {
    if (desk.errands().accepting() && !desk.errands().open(KEY)) {
      desk.items().firstUntold().ifPresent(this::tell);
    }
  }

  private void tell(Item item) {
    Need need = need(item);
    desk.errands()
        .start(
            KEY,
            () -> desk.host().tell(need),
            (nothing, trouble) -> {
              if (trouble != null && trouble.canceled()) {
                return;
              }
              if (item.state() == ItemState.ESCALATED) {
                desk.items().change(item, Item::told);
              }
              if (trouble != null) {
                String why = "nobody could be told: " + trouble.what();
                desk.enter(StoryLevel.ERROR, EntryKind.NEED, item.name(), why);
              }
            });
  }

  private Need need(Item item) {
    String batch = desk.input().name();
    boolean queue = batch == null || batch.equals(TaskQueues.QUEUE);
    String remedy =
        "orc queue retry " + item.name() + " --batch " + (queue ? TaskQueues.QUEUE : batch);
    String again = "orc queue add " + item.spec() + (queue ? "" : " --batch " + batch);
    return new Need(
        desk.workflowId() + "/" + item.id() + "/" + item.tries().begun() + "/" + item.endedAt(),
        item.project() == null ? item.name() : item.project(),
        null,
        item.name() + " failed for good: " + item.reason(),
        "look at what was tried, then: " + remedy + "; once the batch is over: " + again,
        desk.now(),
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
