package dev.orc.activities.plan.detect;

import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.base.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what type of project a tree is. Every sign that is seen raises its type, the more the
 * heavier it is; what is left when no type is strong enough is a code project. Immutable.
 */
public final class ProjectDetector {
  /** A type that is not this strong is not it. */
  private static final double STRONG_ENOUGH = 0.5;

  /** What signs that often lie beside a program lose where there is nothing but program. */
  private static final double DISCOUNT = 0.6;

  /** How far a rival lowers the confidence; that there is code too makes no project another. */
  private static final double DOUBT = 0.4;

  private static final double ANY_CODE = 0.35;
  private static final double MOSTLY_CODE = 0.35;
  private static final double NOTHING_SAYS_OTHERWISE = 0.1;

  private final KnownTypes types;

  /**
   * @param types those that it tells apart
   */
  public ProjectDetector(KnownTypes types) {
    this.types = types;
  }

  /** Looks at the tree below the root, and at the spec where there is one. */
  public Detection detect(Path root, Optional<SpecDocument> spec) {
    return detect(ProjectTree.of(root), spec);
  }

  /** The same for files that were listed already. */
  public Detection detect(ProjectTree files, Optional<SpecDocument> spec) {
    String written = spec.map(SpecDocument::type).orElse("");
    return types
        .named(written)
        .map(ProjectType::word)
        .map(type -> new Detection(type, 1, List.of("the spec says so (TYPE: " + type + ")")))
        .orElseGet(() -> fromSigns(files, spec, written));
  }

  private Detection fromSigns(ProjectTree files, Optional<SpecDocument> spec, String written) {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    types.words().forEach(type -> evidence.put(type, new Evidence()));
    weigh(files, spec, evidence);
    addCode(files, evidence.get(ProjectType.USUAL));
    String type = strongest(evidence);
    double rival =
        evidence.entrySet().stream()
            .filter(other -> !other.getKey().equals(type))
            .filter(other -> !other.getKey().equals(ProjectType.USUAL))
            .mapToDouble(other -> other.getValue().strength())
            .max()
            .orElse(0);
    List<String> reasons = new ArrayList<>(evidence.get(type).reasons());
    if (!written.isBlank()) {
      reasons.add(unknown(written));
    }
    return new Detection(type, confidence(evidence.get(type).strength(), rival), reasons);
  }

  private void weigh(
      ProjectTree files, Optional<SpecDocument> spec, Map<String, Evidence> evidence) {
    double programs = Sources.share(files.paths());
    String words = RequestedWords.of(spec);
    for (ProjectType type : types.types()) {
      for (Sign<String> sign : type.signs()) {
        double weight = sign.weight() * (sign.beside() ? 1 - DISCOUNT * programs : 1);
        sign.seenIn(files, words).ifPresent(line -> evidence.get(type.word()).add(weight, line));
      }
    }
  }

  private static void addCode(ProjectTree files, Evidence evidence) {
    List<String> code = files.paths().stream().filter(Sources::code).toList();
    if (code.isEmpty()) {
      evidence.add(NOTHING_SAYS_OTHERWISE, "nothing says otherwise, and this is the usual type");
      return;
    }
    String more = code.size() > 1 ? " (and " + (code.size() - 1) + " more)" : "";
    evidence.add(ANY_CODE, code.get(0) + more + ": source code");
    if (Sources.share(files.paths()) > 1.0 / 2) {
      evidence.add(MOSTLY_CODE, "most files are source code");
    }
  }

  private static String strongest(Map<String, Evidence> evidence) {
    return evidence.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(ProjectType.USUAL))
        .filter(entry -> entry.getValue().strength() >= STRONG_ENOUGH)
        .max(Comparator.comparingDouble(entry -> entry.getValue().strength()))
        .map(Map.Entry::getKey)
        .orElse(ProjectType.USUAL);
  }

  private static double confidence(double strength, double rival) {
    return Math.round(strength * (1 - DOUBT * rival) * 100) / 100.0;
  }

  private String unknown(String written) {
    List<String> words = types.words();
    return "the spec's TYPE is none of the types: '%s'%s"
        .formatted(
            written.replaceAll("\\p{Cntrl}", " "),
            Nearest.to(written, words).map(near -> " (did it mean " + near + "?)").orElse(""));
  }

  /** What speaks for one type; signs strengthen each other and never reach certainty. */
  private static final class Evidence {
    private record Line(double weight, String text) {}

    private final List<Line> lines = new ArrayList<>();

    void add(double weight, String text) {
      lines.add(new Line(weight, text));
    }

    double strength() {
      return 1 - lines.stream().mapToDouble(line -> 1 - line.weight()).reduce(1, (a, b) -> a * b);
    }

    List<String> reasons() {
      return lines.stream()
          .sorted(Comparator.comparingDouble(Line::weight).reversed())
          .map(Line::text)
          .toList();
    }
  }
}
