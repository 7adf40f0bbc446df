package dev.orc.activities.plan.spec;

import dev.orc.base.text.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads specs: Markdown with {@code KEY:} lines or headings, any subset, any order; or a Spec Kit
 * directory once its phases are complete. Stateless.
 */
public final class SpecReader {
  private static final int LONGEST_TITLE = 80;
  private static final Pattern KIT_TITLE =
      Pattern.compile("(?i)feature specification:?|feature:|specification:");
  private static final Pattern INPUT =
      Pattern.compile("(?m)^\\*\\*Input(?:\\*\\*:|:\\*\\*) ?(?:User description:)?");

  /**
   * Reads the file, or the Spec Kit directory.
   *
   * @throws SpecRefusal when it is not there, empty, another folder, too large, not a text, or a
   *     Spec Kit directory with a phase that is incomplete
   */
  public SpecDocument read(Path path) {
    Optional<SpecKit> kit = SpecKit.meantBy(path);
    if (kit.isPresent()) {
      return read(kit.get());
    }
    String text = SpecText.DOCUMENT.read(path);
    EnhancedSpec parts = EnhancedSpec.of(text);
    SpecSections sections = new SpecSections(parts.original());
    return document(
        path,
        text,
        sections,
        new Core(
            title(titleOf(sections), parts.name() == null ? name(path) : parts.name()),
            goal(sections, parts.original()),
            ListItems.sentences(sections.lines(Section.SUCCESS_CRITERIA))));
  }

  private static SpecDocument read(SpecKit kit) {
    KitReader reader = new KitReader(kit);
    String specification = reader.text(KitPhase.SPECIFY);
    SpecSections sections = new SpecSections(specification);
    String title =
        title(KIT_TITLE.matcher(titleOf(sections)).replaceFirst(""), name(kit.directory()));
    boolean goal = !sections.lines(Section.GOAL).isEmpty();
    String asked = goal ? null : asked(specification);
    String text = reader.joined(title, asked);
    return document(
        kit.directory(),
        text,
        new SpecSections(text),
        new Core(
            title,
            goal ? goal(sections, specification) : asked,
            Acceptance.criteria(specification)));
  }

  /** What is found in one way in a document and in another in a Spec Kit directory. */
  private record Core(String title, String goal, List<String> criteria) {}

  private static SpecDocument document(Path file, String text, SpecSections sections, Core core) {
    return new SpecDocument(
        file,
        text,
        Digest.of(text),
        core.title(),
        core.goal(),
        ListItems.sentences(sections.lines(Section.CONSTRAINTS)),
        ListItems.sentences(sections.lines(Section.REQUIREMENTS)),
        ListItems.sentences(sections.lines(Section.DELIVERABLES)),
        core.criteria(),
        first(sections.lines(Section.TARGET)),
        first(sections.lines(Section.TYPE)),
        ListItems.sentences(sections.lines(Section.PHASES)),
        ListItems.commands(sections.lines(Section.VERIFY)));
  }

  /** What the author of a Spec Kit specification asked for, on one line. */
  private static String asked(String specification) {
    Matcher input = INPUT.matcher(specification);
    String asked = input.find() ? paragraph(specification.substring(input.end())) : "";
    String words = asked.replaceAll("^\"|\"$", "");
    return words.isEmpty() ? "What " + KitPhase.SPECIFY.document() + " says." : words;
  }

  private static String paragraph(String text) {
    int blank = text.indexOf("\n\n");
    String lines = blank < 0 ? text : text.substring(0, blank);
    return joined(List.of(lines)).replaceAll("\\s+", " ").strip();
  }

  private static String titleOf(SpecSections sections) {
    String named = first(sections.lines(Section.PROJECT));
    return named.isEmpty() ? sections.firstHeading().orElse("") : named;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /**
   * @param fileName what it is called when it has no other title
   */
  private static String title(String title, String fileName) {
    String clean = title.replaceAll("\\p{Cntrl}", " ").strip();
    if (clean.isEmpty()) {
      String name = fileName.replaceAll("\\p{Cntrl}", " ");
      int dot = name.lastIndexOf('.');
      clean = dot > 0 ? name.substring(0, dot) : name;
    }
    return clean.length() <= LONGEST_TITLE ? clean : clean.substring(0, LONGEST_TITLE - 1) + "…";
  }

  /** A document without sections is a goal as a whole; one without a goal may begin with it. */
  private static String goal(SpecSections sections, String text) {
    String goal = joined(sections.lines(Section.GOAL));
    if (!goal.isEmpty()) {
      return goal;
    }
    String preface = joined(sections.preface());
    return sections.none() && preface.isEmpty() ? text.strip() : preface;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
  }

  private static String first(List<String> lines) {
    return ListItems.sentences(lines).stream().findFirst().orElse("");
  }
}
