package dev.orc.activities.spec;

import dev.orc.activities.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads Markdown specs, with {@code KEY:} lines or headings, any subset, any order. Stateless. */
public final class SpecReader {
  private static final int LONGEST_TITLE = 80;

  /**
   * Reads the file.
   *
   * @throws Refusal when it is not there, empty, a folder, too large or not a text
   */
  public SpecDocument read(Path file) {
    String text = SpecText.read(file);
    EnhancedSpec parts = EnhancedSpec.of(text);
    SpecSections sections = new SpecSections(parts.original());
    return new SpecDocument(
        file,
        text,
        digest(text),
        title(sections, parts.name() == null ? file.getFileName().toString() : parts.name()),
        goal(sections, parts.original()),
        Items.sentences(sections.lines(Section.CONSTRAINTS)),
        Items.sentences(sections.lines(Section.REQUIREMENTS)),
        Items.sentences(sections.lines(Section.DELIVERABLES)),
        Items.sentences(sections.lines(Section.SUCCESS_CRITERIA)),
        first(sections.lines(Section.TARGET)),
        first(sections.lines(Section.TYPE)),
        Items.sentences(sections.lines(Section.PHASES)),
        Items.commands(sections.lines(Section.VERIFY)));
  }

  private static String title(SpecSections sections, String fileName) {
    String named = first(sections.lines(Section.PROJECT));
    String title = named.isEmpty() ? sections.firstHeading().orElse("") : named;
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
    return Items.sentences(lines).stream().findFirst().orElse("");
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
