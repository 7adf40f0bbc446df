package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.activities.BatchActivities.ResearchOrder;
import dev.orc.workflows.activities.BatchActivities.ResearchPlan;
import dev.orc.workflows.entity.Reconciler;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.project.ProjectInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks into what failed before it is tried again: what the host knows, an orchestration of one
 * agent where that is wanted, then the enhanced spec. Whatever of it fails, the project is tried
 * again. Workflow threads only.
 */
final class BatchResearch implements Reconciler {
  private static final String KEY = "research/";

  private final BatchContext context;
  private final Endings endings;
  private final Lookout lookout;
  private final Map<String, ResearchPlan> plans = new HashMap<>();

  BatchResearch(BatchContext context, Endings endings, Lookout lookout) {
    this.context = context;
    this.endings = endings;
    this.lookout = lookout;
  }

  @Override
  public void act(Instant now) {
    for (Item item : context.items().active()) {
      if (item.state() == ItemState.RESEARCHING && !context.pending().open(KEY + item.id())) {
        advance(item);
      }
    }
  }

  private void advance(Item item) {
    Inquiry inquiry = item.inquiry();
    boolean running = inquiry != null && !inquiry.over();
    if (running && inquiry.runId() != null) {
      return;
    }
    if (item.removal() != null) {
      endings.remove(item, item.removal());
    } else if (!context.pending().accepting()) {
      return;
    } else if (inquiry == null) {
      inquire(item);
    } else if (inquiry.over()) {
      enhance(item, inquiry);
    } else if (context.lifecycle().starts()) {
      run(item, plans.remove(item.id()));
    }
  }

  private void inquire(Item item) {
    ResearchOrder order =
        new ResearchOrder(
            context.workflowId(),
            item.id(),
            item.tries().begun(),
            item.start(),
            item.failed(),
            context.settings().research());
    context
        .pending()
        .<ResearchPlan>start(
            KEY + item.id(),
            () -> context.host().research(item, order),
            (plan, trouble) -> {
              if (trouble != null) {
                nothing(item, trouble);
              } else if (plan.orchestration() == null) {
                item.inquire(Inquiry.withoutAgent(plan.analysis()));
                context.enter(
                    StoryLevel.WARNING, EntryKind.RESEARCH, item.name(), withoutAgent(plan));
              } else {
                String project = plan.orchestration().project();
                plans.put(item.id(), plan);
                item.inquire(new Inquiry(plan.analysis(), plan.findings(), project, null, false));
              }
            });
  }

  /** A run of the workflow that does not know the plan any more goes on with the analysis. */
  private void run(Item item, ResearchPlan plan) {
    if (plan == null) {
      alone(item, "the plan for one was not kept");
      return;
    }
    int attempt = item.tries().begun();
    BatchRef ref = new BatchRef(context.workflowId(), item.id() + Inquiry.SUFFIX, attempt);
    ProjectInput input = Plans.input(plan.orchestration(), ref);
    context
        .pending()
        .<Optional<String>>start(
            KEY + item.id(),
            () -> context.children().start(input, () -> lookout.closed(item, attempt)),
            (run, trouble) -> {
              if (trouble != null || run.isEmpty()) {
                alone(item, trouble == null ? "its project is held" : trouble.what());
              } else if (!item.inquiry().over()) {
                item.inquire(item.inquiry().running(run.get()));
                context.enter(
                    StoryLevel.WARNING, EntryKind.RESEARCH, item.name(), "by " + input.project());
              }
            });
  }

  private void alone(Item item, String why) {
    item.inquire(item.inquiry().ended());
    context.enter(StoryLevel.WARNING, EntryKind.RESEARCH, item.name(), "without an agent: " + why);
  }

  private void enhance(Item item, Inquiry inquiry) {
    EnhanceOrder order =
        new EnhanceOrder(
            context.workflowId(),
            item.id(),
            item.tries().begun(),
            item.start(),
            item.failed(),
            inquiry.analysis(),
            inquiry.findings());
    context
        .pending()
        .<Enhanced>start(
            KEY + item.id(),
            () -> context.host().enhance(item, order),
            (enhanced, trouble) -> {
              if (trouble == null) {
                explained(item, enhanced);
              } else {
                nothing(item, trouble);
              }
            });
  }

  private void explained(Item item, Enhanced enhanced) {
    item.tries().found(enhanced.first());
    context.items().change(item, it -> it.explained(enhanced.spec()));
    String found =
        enhanced.findings()
            + (enhanced.findings() == 1 ? " finding by " : " findings by ")
            + enhanced.source();
    String first = enhanced.first() == null ? "" : ", first: " + enhanced.first();
    context.enter(StoryLevel.WARNING, EntryKind.RESEARCH, item.name(), found + first);
  }

  /** Nothing was found out. What was only taken back is asked again by the next run. */
  private void nothing(Item item, Trouble trouble) {
    if (!trouble.canceled()) {
      context.items().change(item, it -> it.explained(null));
      String why = "failed, it is tried again as it is: " + trouble.what();
      context.enter(StoryLevel.WARNING, EntryKind.RESEARCH, item.name(), why);
    }
  }

  private static String withoutAgent(ResearchPlan plan) {
    return "without an agent" + (plan.note() == null ? "" : ": " + plan.note());
  }
}
