package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.Standing;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.StoryLevel;
import dev.orc.workflows.model.Totals;
import dev.orc.workflows.policy.RetryRules;
import dev.orc.workflows.policy.RetryRules.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What becomes of a project whose orchestration has ended, whoever said so first. Whatever is said
 * twice, or of an earlier try, changes nothing. Workflow threads only.
 */
final class Endings {
  private final BatchContext context;
  private final Items items;
  private final Dependents dependents;
  private final Map<String, Outcome> early = new HashMap<>();

  Endings(BatchContext context, Dependents dependents) {
    this.context = context;
    this.items = context.items();
    this.dependents = dependents;
  }

  /** An orchestration says that it has ended. */
  void told(Outcome outcome) {
    BatchRef ref = outcome == null ? null : outcome.batch();
    if (ref == null
        || !Objects.equals(ref.workflow(), context.workflowId())
        || ref.item() == null) {
      return;
    }
    boolean research = ref.item().endsWith(Inquiry.SUFFIX);
    String id =
        research
            ? ref.item().substring(0, ref.item().length() - Inquiry.SUFFIX.length())
            : ref.item();
    items.byId(id).ifPresent(item -> told(item, ref.attempt(), research, outcome));
    context.wakeup().request();
  }

  /** The host says that what ran for an item runs no more. */
  void seen(Item item, Standing standing) {
    if (item.state() == ItemState.RESEARCHING) {
      inquired(item);
    } else {
      settle(item, standing.outcome() == null ? lost(item, standing) : standing.outcome());
    }
  }

  /** Its orchestration runs now; an end that was faster than this news is taken up. */
  void started(Item item) {
    Outcome outcome = early.remove(item.id());
    if (outcome != null) {
      told(outcome);
    }
  }

  /** It could not even be started. */
  void unstartable(Item item, FailureKind kind, String why) {
    settle(item, outcome(item, Phase.FAILED, why, kind));
  }

  /** It is taken out, and nothing runs for it any more. */
  void remove(Item item, String why) {
    end(item, ItemState.REMOVED, why);
  }

  /** The batch is canceled. */
  void stop(Item item, String why) {
    end(item, ItemState.STOPPED, why);
  }

  private void told(Item item, int attempt, boolean research, Outcome outcome) {
    int begun = item.tries().begun();
    if (research) {
      boolean awaited = item.state() == ItemState.RESEARCHING && attempt == begun;
      if (awaited && item.inquiry() != null) {
        inquired(item);
      }
    } else if (item.state() == ItemState.RUNNING && attempt == begun) {
      settle(item, outcome);
    } else if (item.state() == ItemState.STARTING && attempt == begun + 1) {
      early.put(item.id(), outcome);
    }
  }

  private void inquired(Item item) {
    items.change(item, it -> it.inquire(it.inquiry().ended()));
    context.wakeup().request();
  }

  private void settle(Item item, Outcome outcome) {
    if (outcome.phase() == Phase.COMPLETED) {
      end(item, ItemState.COMPLETED, outcome.reason());
    } else if (item.removal() != null) {
      end(item, ItemState.REMOVED, item.removal());
    } else if (outcome.phase() == Phase.STOPPED) {
      end(item, ItemState.STOPPED, outcome.reason());
    } else {
      fail(item, outcome);
    }
  }

  private void end(Item item, ItemState how, String why) {
    items.change(item, it -> it.end(how, why, context.now()));
    context.enter(
        StoryLevel.INFO, EntryKind.END, item.name(), how + (why == null ? "" : ": " + why));
    dependents.ended(item);
  }

  private void fail(Item item, Outcome outcome) {
    Instant now = context.now();
    Verdict verdict =
        RetryRules.judge(
            item.tries().fail(outcome, item.startedAt(), now), context.settings(), now);
    String what = word(outcome) + ": " + outcome.reason();
    context.enter(StoryLevel.WARNING, EntryKind.END, item.name(), "failed, " + what);
    if (verdict instanceof Verdict.Again again) {
      String line = what + "; " + again.why();
      items.change(item, it -> it.retryAt(again.at(), outcome, again.research(), line));
      context.enter(
          StoryLevel.WARNING,
          EntryKind.RETRY,
          item.name(),
          again.why() + ", not before " + again.at());
    } else if (verdict instanceof Verdict.Escalate escalate) {
      escalate(item, outcome, what + "; " + escalate.why());
    }
  }

  private void escalate(Item item, Outcome outcome, String why) {
    items.change(item, it -> it.escalate(outcome, why, context.now()));
    context.enter(StoryLevel.ERROR, EntryKind.NEED, item.name(), "failed for good: " + why);
    if (!context.settings().continueOnError() && !context.lifecycle().paused()) {
      context.lifecycle().pauseItself(item.name() + " failed for good");
      context.enter(
          StoryLevel.ERROR, EntryKind.QUEUE, null, "paused: " + item.name() + " failed for good");
    }
    dependents.ended(item);
  }

  /** It ended without a word of its own. */
  private Outcome lost(Item item, Standing standing) {
    String how = String.valueOf(standing.ended());
    String why = "its orchestration ended from outside: " + how;
    return switch (how) {
      case "CANCELED" -> outcome(item, Phase.STOPPED, why, null);
      case "FAILED", "COMPLETED" -> outcome(item, Phase.FAILED, why, FailureKind.OTHER);
      default -> outcome(item, Phase.FAILED, why, FailureKind.HOST_LOST);
    };
  }

  private Outcome outcome(Item item, Phase phase, String why, FailureKind kind) {
    BatchRef ref = new BatchRef(context.workflowId(), item.id(), item.tries().begun());
    Instant since = item.startedAt() == null ? context.now() : item.startedAt();
    return new Outcome(
        item.project(), phase, why, null, null, since, context.now(), Totals.NONE, kind, null, ref);
  }

  private static String word(Outcome outcome) {
    return String.valueOf(outcome.failure() == null ? FailureKind.OTHER : outcome.failure());
  }
}
