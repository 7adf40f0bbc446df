package dev.orc.activities.plan.analysis;

import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.base.files.Bundled;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the agent program is asked, from the bundled template. Immutable. */
final class PlanPrompt {
  /** A prompt may have to be one argument, of which the system takes 128 KiB. */
  private static final int SPEC_BYTES = 60_000;

  private static final String TEMPLATE = Bundled.text(PlanPrompt.class, "prompt.md");

  private final Task task;
  private final TeamChoices choices;
  private final TeamPlan plan;
  private final PlanConditions asked;
  private final Optional<SpecDocument> spec;
  private final String tree;

  /**
   * @param spec empty where there is none
   * @param tree the summary of the project's files
   */
  PlanPrompt(
      Task task,
      TeamChoices choices,
      TeamPlan plan,
      PlanConditions asked,
      Optional<SpecDocument> spec,
      String tree) {
    this.task = task;
    this.choices = choices;
    this.plan = plan;
    this.asked = asked;
    this.spec = spec;
    this.tree = tree;
  }

  /**
   * @param number of the try, from 1
   * @param faults of the try before; none at the first
   */
  String text(int number, int tries, List<String> faults) {
    return TEMPLATE.formatted(
        task.words(),
        again(number, tries, faults),
        spec(),
        tree,
        planned(),
        roles(),
        rules(),
        AnswerRules.schema(choices.types(), asked.most(), task));
  }

  private static String again(int number, int tries, List<String> faults) {
    return faults.isEmpty()
        ? ""
        : "\nThis is try %d of %d. Your answer before could not be used:\n\n%s\n"
            .formatted(number, tries, bullets(faults));
  }

  private String spec() {
    String written = spec.map(SpecDocument::text).orElse("There is none: go by the files.");
    byte[] bytes = CleanText.forTerminal(written).getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, SPEC_BYTES);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--; // never cut a character
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
    return end < bytes.length ? text + "\n[here " + (bytes.length - end) + " bytes are cut]" : text;
  }

  private String planned() {
    List<String> lines = new ArrayList<>();
    lines.add("type " + plan.type() + ", size " + plan.size());
    plan.choices().stream().filter(RoleChoice::taken).map(PlanPrompt::line).forEach(lines::add);
    return bullets(lines);
  }

  private static String line(RoleChoice choice) {
    return choice.role() + ": " + choice.why();
  }

  private String roles() {
    return bullets(
        choices.roles().stream()
            .map(role -> role + ": " + choices.duty().apply(role).orElse(""))
            .toList());
  }

  private String rules() {
    List<String> rules = new ArrayList<>();
    rules.add("at most " + asked.most() + " roles, the fewest that can do it well");
    rules.add("only roles from above; a second one of a role is called as developer-2");
    String leads =
        choices.roles().stream().filter(choices.leads()).collect(Collectors.joining(", "));
    rules.add("one that leads: " + leads);
    rules.add("phases only where work must wait for other work; a role is in one phase at most");
    if (task == Task.REFINE) {
      rules.add("each role of the plan that is not among 'roles' stands in 'left_out', with why");
    }
    if (choices.wish().type() != null) {
      rules.add("the type is given: " + choices.wish().type());
    }
    if (choices.wish().size() != null) {
      rules.add("the size is given: " + choices.wish().size());
    }
    if (!asked.exactly().isEmpty()) {
      rules.add("exactly these roles: " + String.join(", ", asked.exactly()));
    } else if (!asked.among().isEmpty()) {
      rules.add("these must be among the roles: " + String.join(", ", asked.among()));
    }
    return bullets(rules);
  }

  private static String bullets(List<String> items) {
    return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
  }
}
