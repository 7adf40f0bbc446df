package dev.orc.activities.analysis;

import dev.orc.activities.files.Bundled;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.activities.text.CleanText;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.TeamPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the agent program is asked, from the bundled template. Immutable. */
final class Prompt {
  /** A prompt may have to be one argument, of which the system takes 128 KiB. */
  private static final int SPEC_BYTES = 60_000;

  private static final String TEMPLATE = Bundled.text(Prompt.class, "prompt.md");

  private final Task task;
  private final Casting casting;
  private final TeamPlan plan;
  private final Asked asked;
  private final SpecDocument spec;
  private final String tree;

  /**
   * @param tree the summary of the project's files
   */
  Prompt(Task task, Casting casting, TeamPlan plan, Asked asked, SpecDocument spec, String tree) {
    this.task = task;
    this.casting = casting;
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
        AnswerRules.schema(casting.types(), asked.most()));
  }

  private static String again(int number, int tries, List<String> faults) {
    return faults.isEmpty()
        ? ""
        : "\nThis is try %d of %d. Your answer before could not be used:\n\n%s\n"
            .formatted(number, tries, bullets(faults));
  }

  private String spec() {
    byte[] bytes = CleanText.forTerminal(spec.text()).getBytes(StandardCharsets.UTF_8);
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
    plan.choices().stream().filter(RoleChoice::taken).map(Prompt::line).forEach(lines::add);
    return bullets(lines);
  }

  private static String line(RoleChoice choice) {
    return choice.role() + ": " + choice.why();
  }

  private String roles() {
    return bullets(
        casting.roles().stream()
            .map(role -> role + ": " + casting.duty().apply(role).orElse(""))
            .toList());
  }

  private String rules() {
    List<String> rules = new ArrayList<>();
    rules.add("at most " + asked.most() + " roles, the fewest that can do it well");
    rules.add("only roles from above; a second one of a role is called as developer-2");
    String leads =
        casting.roles().stream().filter(casting.leads()).collect(Collectors.joining(", "));
    rules.add("one that leads: " + leads);
    rules.add("phases only where work must wait for other work; a role is in one phase at most");
    if (casting.wish().type() != null) {
      rules.add("the type is given: " + casting.wish().type());
    }
    if (casting.wish().size() != null) {
      rules.add("the size is given: " + casting.wish().size());
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
