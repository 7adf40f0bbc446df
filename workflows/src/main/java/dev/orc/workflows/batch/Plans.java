package dev.orc.workflows.batch;

import dev.orc.workflows.activities.BatchActivities.Planned;
import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.project.ProjectInput;

/** Makes an orchestration's input of what the host planned. Pure. */
final class Plans {
  private Plans() {}

  static ProjectInput input(Planned plan, BatchRef ref) {
    return new ProjectInput(
            plan.project(),
            plan.host(),
            plan.directory(),
            plan.spec(),
            plan.team(),
            plan.settings(),
            plan.windows(),
            ref,
            null,
            null)
        .noting(plan.notes())
        .from(plan.branch());
  }
}
