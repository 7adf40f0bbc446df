package dev.orc.activities.plan.spec;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.base.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Spec Kit directory whose later phases a team's lead does: each phase becomes a spec of its own,
 * whose commands fail as long as the phase's document is not complete or anything else was changed.
 * The phases before must be complete. Immutable.
 */
public final class LedKit {
  private static final String MARKS =
      "NEEDS CLARIFICATION|\\[(Describe|Explain|Specific|Measurable|What|How|FEATURE|DATE)"
          + "[^]]*\\]([^(]|$)";

  private final SpecKit kit;
  private final String branch;
  private final boolean review;

  /**
   * @param branch that the work starts from
   * @param review whether a person reviews each phase before it counts
   */
  public LedKit(SpecKit kit, String branch, boolean review) {
    this.kit = kit;
    this.branch = branch;
    this.review = review;
  }

  /**
   * The specs of the phases from that one on, by the phase's word.
   *
   * @throws Refusal when there is no such phase, or one before it is not complete
   */
  public Map<String, String> from(String word) {
    KitPhase first = phase(word);
    new KitReader(kit, first);
    Map<String, String> specs = new LinkedHashMap<>();
    for (KitPhase phase : KitPhase.values()) {
      if (phase.ordinal() >= first.ordinal()) {
        specs.put(phase.word(), spec(phase));
      }
    }
    return specs;
  }

  /** What a phase is to write, by its path in the repository. */
  public String document(String word) {
    return path(phase(word)).toString();
  }

  private static KitPhase phase(String word) {
    List<String> words = Stream.of(KitPhase.values()).map(KitPhase::word).toList();
    return Stream.of(KitPhase.values())
        .filter(phase -> phase.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Kind.USAGE,
                    "there is no phase '" + word + "' of a Spec Kit directory",
                    Nearest.to(word, words).map(near -> "did you mean " + near + "? ").orElse("")
                        + "the phases are "
                        + String.join(", ", words)));
  }

  private String spec(KitPhase phase) {
    Path file = path(phase);
    List<String> lines = new ArrayList<>();
    lines.add("PROJECT: The phase " + phase.word() + " of " + kit.place());
    lines.add(
        "GOAL: Write %s, the %s of %s, and no code."
            .formatted(file, phase.heading().toLowerCase(Locale.ROOT), kit.place()));
    lines.add("CONSTRAINTS:");
    lines.add("- Change nothing outside of " + kit.place() + ": code begins when its tasks stand.");
    lines.add("- Leave no placeholder of a template and no question open; ask whoever knows.");
    lines.add("REQUIREMENTS:");
    lines.add("- " + how(phase));
    lines.add("- It rests on what stands before it: " + before(phase) + ".");
    if (phase == KitPhase.TASKS) {
      lines.add("- One task a line, in the order of the work: - [ ] T001 What, and in which file");
    }
    lines.add("- Commit " + file + ", then report done.");
    lines.add("SUCCESS CRITERIA:");
    lines.add("- " + file + " is complete: whoever has to work by it has no question left.");
    if (review) {
      lines.add(
          "- A person has approved it: orc asks for that itself once you report done, and what is not"
              + " approved comes back to you with the reason.");
    }
    lines.add("VERIFY:");
    gates(phase).forEach(gate -> lines.add("- " + gate));
    return String.join("\n", lines) + "\n";
  }

  /** The kit's own way where there is one, else a template. */
  private String how(KitPhase phase) {
    String template = ".specify/templates/" + phase.document().replace(".md", "-template.md");
    boolean there = template().map(root -> Files.exists(root.resolve(template))).orElse(false);
    return "Use the kit's own command /speckit."
        + phase.word()
        + " where your program has it; otherwise "
        + (there
            ? "begin with " + template
            : "write the sections that orc spec new makes: orc spec new sample --example shows them")
        + ".";
  }

  private Optional<Path> template() {
    Path root = kit.directory();
    for (int up = 0; up < kit.place().getNameCount() && root != null; up++) {
      root = root.getParent();
    }
    return Optional.ofNullable(root);
  }

  private String before(KitPhase phase) {
    List<String> files =
        Stream.of(KitPhase.values())
            .filter(earlier -> earlier.ordinal() < phase.ordinal())
            .map(earlier -> path(earlier).toString())
            .toList();
    return files.isEmpty()
        ? "the README, the code, and what is written in " + kit.place() + " already"
        : String.join(", ", files);
  }

  /** What the host runs before the phase counts; each fails with a line that says why. */
  private List<String> gates(KitPhase phase) {
    String file = quoted(path(phase));
    List<String> gates = new ArrayList<>();
    gates.add("test -s %1$s || { echo %1$s is not committed; exit 1; }".formatted(file));
    gates.add(
        "if grep -anE '%s' %s; then echo this is still to be filled in; exit 1; fi"
            .formatted(MARKS, file));
    if (phase == KitPhase.TASKS) {
      gates.add(
          "grep -aqE '^ *[-*+] +\\[[ xX]\\] +\\**T[0-9]' %1$s || { echo %1$s has no task; exit 1; }"
              .formatted(file));
    }
    gates.add(
        "git diff --quiet %s -- . %s || { echo more than %s was changed; exit 1; }"
            .formatted(
                quoted("refs/heads/" + branch + "...HEAD"),
                quoted(":(exclude)" + kit.place()),
                kit.place()));
    return gates;
  }

  private Path path(KitPhase phase) {
    return kit.place().resolve(phase.document());
  }

  private static String quoted(Object text) {
    return "'" + text.toString().replace("'", "'\\''") + "'";
  }
}
