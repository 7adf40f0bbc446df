package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.Section.Start;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Splits a spec into its sections. For one text. */
final class SpecSections {
  private final Map<Section, List<String>> sections = new EnumMap<>(Section.class);
  private final List<String> preface = new ArrayList<>();
  private String firstHeading;
  private List<String> current = preface;
  private int level = 0;
  private boolean known;

  SpecSections(String text) {
    boolean fenced = false;
    for (String line : text.split("\n", -1)) {
      Optional<Start> start = fenced ? Optional.empty() : Section.startedBy(line);
      if (start.isPresent()) {
        begin(start.get(), line);
      } else {
        current.add(line);
      }
      fenced ^= line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
    }
  }

  /** The section's lines, as they are; none when the spec does not have it. */
  List<String> lines(Section section) {
    return sections.getOrDefault(section, List.of());
  }

  boolean none() {
    return sections.isEmpty();
  }

  /** What stands before the first section. */
  List<String> preface() {
    return preface;
  }

  Optional<String> firstHeading() {
    return Optional.ofNullable(firstHeading);
  }

  private void begin(Start start, String line) {
    if (start.section() == null) {
      heading(start, line);
      return;
    }
    current = sections.computeIfAbsent(start.section(), section -> new ArrayList<>());
    known = true;
    level = start.level();
    if (!start.text().isEmpty()) {
      current.add(start.text());
    }
  }

  /** A heading that we do not know ends a section, unless it is a part of it. */
  private void heading(Start start, String line) {
    if (firstHeading == null && !known) {
      firstHeading = start.text();
      return;
    }
    if (known && (level == 0 || start.level() <= level)) {
      current = new ArrayList<>();
      known = false;
    }
    current.add(line);
  }
}
