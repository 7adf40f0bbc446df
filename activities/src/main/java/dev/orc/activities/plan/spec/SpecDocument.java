package dev.orc.activities.plan.spec;

import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.Spec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A spec that was read.
 *
 * @param file where it was read from
 * @param text the whole document, with plain newlines
 * @param digest SHA-256 of the text in UTF-8, in hex
 * @param goal the whole goal
 * @param target what it is to be built for; empty when it does not say
 * @param type the project's type; empty when it does not say
 */
public record SpecDocument(
    Path file,
    String text,
    String digest,
    String title,
    String goal,
    List<String> constraints,
    List<String> requirements,
    List<String> deliverables,
    List<String> criteria,
    String target,
    String type,
    List<String> phases,
    List<String> verify) {
  private static final int GOAL_ON_A_SCREEN = 300;
  private static final int MOST_CRITERIA = 100;
  private static final int LONGEST_CRITERION = 500;

  public SpecDocument {
    constraints = List.copyOf(constraints);
    requirements = List.copyOf(requirements);
    deliverables = List.copyOf(deliverables);
    criteria = List.copyOf(criteria);
    phases = List.copyOf(phases);
    verify = List.copyOf(verify);
  }

  /** What a workflow needs to know of it, the document itself kept at {@code copy}. */
  public Spec asSpec(Path copy) {
    String line = goal.replaceAll("\\s+", " ");
    String shown =
        line.length() <= GOAL_ON_A_SCREEN ? line : line.substring(0, GOAL_ON_A_SCREEN - 1) + "…";
    return new Spec(title, copy.toString(), digest, shown, shownCriteria(), verify);
  }

  /** Those that a brief can hold; all of them stand in the document. */
  private List<String> shownCriteria() {
    List<String> shown = new ArrayList<>();
    for (String one : criteria) {
      if (shown.size() == MOST_CRITERIA) {
        shown.add((criteria.size() - MOST_CRITERIA) + " more, which the spec says");
        break;
      }
      shown.add(CleanText.oneLine(one, LONGEST_CRITERION));
    }
    return shown;
  }
}
