package dev.orc.workflows.batch;

import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.StoryLevel;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a batch that was canceled: nothing more is asked of the host, every orchestration that
 * runs is canceled too, and each ends in its own time. Workflow threads only.
 */
final class Cancellation {
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
  private static final String WHY = "the batch was canceled";

  private final BatchContext context;
  private final Endings endings;

  Cancellation(BatchContext context, Endings endings) {
    this.context = context;
    this.endings = endings;
  }

  void run() {
    context.pending().close();
    context.pending().cancelAll();
    settled("not everything that was asked has been answered");
    for (String project : running()) {
      context
          .pending()
          .start("cancel/" + project, () -> context.children().cancel(project), (x, trouble) -> {});
    }
    settled("not every orchestration has been reached");
    for (Item item : List.copyOf(context.items().all())) {
      if (!item.state().over()) {
        endings.stop(item, WHY);
      }
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  private List<String> running() {
    List<String> projects = new ArrayList<>();
    for (Item item : context.items().active()) {
      if (item.runId() != null) {
        projects.add(item.project());
      }
      if (item.inquiry() != null && item.inquiry().runId() != null && !item.inquiry().over()) {
        projects.add(item.inquiry().project());
      }
    }
    return projects;
  }

  private void settled(String otherwise) {
    if (!Workflow.await(ANSWERED_WITHIN, context.pending()::idle)) {
      context.enter(StoryLevel.WARNING, EntryKind.QUEUE, null, otherwise);
    }
  }
}
