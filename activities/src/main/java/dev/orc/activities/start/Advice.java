package dev.orc.activities.start;

import dev.orc.activities.spec.SpecDocument;
import dev.orc.workflows.model.TeamPlan;
import java.nio.file.Path;

/**
 * What an agent program says about a plan. It never fails: the plan comes back as it was, with a
 * note that says why, when the program is of no help.
 */
public interface Advice {
  /** The plan as the program makes it from the spec. */
  TeamPlan analyzed(TeamPlan plan, SpecDocument spec, Path root, String driver);

  /** The plan with the team as the program would rather have it. */
  TeamPlan refined(TeamPlan plan, SpecDocument spec, String driver);
}
