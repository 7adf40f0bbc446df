package dev.orc.workflows.project;

import dev.orc.workflows.entity.CheckedUpdate;
import dev.orc.workflows.entity.Refusals;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Request;
import java.util.function.Function;

/**
 * What the updates of an orchestration have in common: what they work with, and what several of
 * them check. Workflow threads only.
 */
abstract class ProjectUpdate<R> extends CheckedUpdate<R, Accepted> {
  static final int LONGEST_REASON = 1_000;

  private final Function<R, String> id;
  final ProjectContext context;
  final Orchestration orchestration;

  ProjectUpdate(ProjectContext context, Orchestration orchestration, Function<R, String> id) {
    super(id, context.state().ids(), context.wakeup(), orchestration.drain());
    this.id = id;
    this.context = context;
    this.orchestration = orchestration;
  }

  @Override
  protected final Accepted again(R request) {
    return new Accepted(id.apply(request), true, null);
  }

  /**
   * @param note what the caller should know; null when there is nothing
   */
  final Accepted accepted(R request, String note) {
    return new Accepted(id.apply(request), false, note);
  }

  final void requireOpen() {
    Phase phase = context.lifecycle().phase();
    if (context.lifecycle().ending() != null || phase == Phase.CLOSING || phase.over()) {
      throw Refusals.refused(context.project() + " is ending, nothing more can be asked of it");
    }
  }

  final Agent requireRole(String name) {
    return context
        .roster()
        .find(name)
        .orElseThrow(() -> Refusals.notFound(context.project() + " has no role " + name + team()));
  }

  final void requireReachable(String name) {
    if (!requireRole(name).reachable()) {
      throw Refusals.refused(
          name + " has done its one task and is gone; orc team add brings it back");
    }
  }

  static void requireText(String text, String what) {
    if (blank(text)) {
      throw Refusals.usage("it does not say " + what);
    }
  }

  static String because(Request request) {
    return blank(request.reason()) ? "" : ": " + request.reason();
  }

  private String team() {
    return "; it has "
        + String.join(", ", context.roster().agents().stream().map(Agent::name).toList());
  }
}
