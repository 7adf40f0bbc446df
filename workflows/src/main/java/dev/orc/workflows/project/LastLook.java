package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import dev.orc.workflows.policy.MergeOrder;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * When nobody works any more, looks whether something was committed after the last integration:
 * that is brought in too, or it is said that it is not. What a person was to review is only said.
 */
final class LastLook {
  private static final String KEY = "last look";
  private static final Duration LOOKED_WITHIN = Duration.ofSeconds(30);
  private static final Duration INTEGRATED_WITHIN = Duration.ofMinutes(45);

  private final ProjectContext context;

  LastLook(ProjectContext context) {
    this.context = context;
  }

  /** Answers what was left out, in one line; null when nothing was. */
  String take() {
    if (worktrees().isEmpty() || late().isEmpty()) {
      return null;
    }
    if (context.input().spec().review() == null) {
      integrate();
    }
    List<WorktreeState> left = late();
    if (left.isEmpty()) {
      return null;
    }
    String what =
        left.stream()
            .map(state -> state.role() + " (" + state.ahead() + " on " + state.branch() + ")")
            .collect(Collectors.joining(", "));
    String line = "not in it, committed at the very end: " + what;
    context.enter(EntryKind.GIT, null, line);
    return line;
  }

  /** Whose work the starting branch lacks; none when the host does not say. */
  private List<WorktreeState> late() {
    List<WorktreeState> late = new ArrayList<>();
    InspectOrder order =
        new InspectOrder(context.project(), context.lifecycle().repository(), worktrees());
    context
        .pending()
        .<List<WorktreeState>>start(
            KEY,
            () -> context.host().inspect(order),
            (states, failed) -> {
              if (failed == null) {
                states.stream().filter(state -> state.ahead() > 0).forEach(late::add);
              }
            });
    await(LOOKED_WITHIN);
    return late;
  }

  private void integrate() {
    ProjectLifecycle lifecycle = context.lifecycle();
    IntegrationOrder order =
        new IntegrationOrder(
            context.project(),
            lifecycle.repository(),
            lifecycle.integrations() + 1,
            worktrees(),
            context.input().spec().verify());
    context
        .pending()
        .<RepositoryActivities.Integration>start(
            KEY,
            () -> context.host().integrate(order),
            (result, failed) -> {
              if (failed != null) {
                context.enter(EntryKind.GIT, null, failed.what());
              } else {
                lifecycle.integrated(result.moved() ? result.head() : null);
                context.enter(
                    EntryKind.GIT, null, "at the end merged " + String.join(", ", result.merged()));
              }
            });
    await(INTEGRATED_WITHIN);
  }

  private void await(Duration within) {
    Workflow.await(within, () -> !context.pending().open(KEY));
    context.pending().drop(KEY);
  }

  private List<Worktree> worktrees() {
    return MergeOrder.of(context.roster().team()).stream()
        .map(role -> context.roster().find(role).orElseThrow().worktree())
        .filter(Objects::nonNull)
        .toList();
  }
}
