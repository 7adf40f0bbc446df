package dev.orc.activities.detect;

import dev.orc.activities.Nearest;
import dev.orc.activities.spec.SpecDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what type of project a tree is. Every sign that is seen raises its type, the more the
 * heavier it is; what is left when no type is strong enough is a code project. Stateless.
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

  /** Looks at the tree below the root, and at the spec where there is one. */
  public Detection detect(Path root, Optional<SpecDocument> spec) {
    return detect(ProjectTree.of(root), spec);
  }

  /** The same for files that were listed already. */
  public Detection detect(ProjectTree files, Optional<SpecDocument> spec) {
    String written = spec.map(SpecDocument::type).orElse("");
    return ProjectType.named(written)
        .map(
            type -> new Detection(type, 1, List.of("the spec says so (TYPE: " + type.word() + ")")))
        .orElseGet(() -> fromSigns(files, spec, written));
  }

  private static Detection fromSigns(
      ProjectTree files, Optional<SpecDocument> spec, String written) {
    Map<ProjectType, Evidence> evidence = new EnumMap<>(ProjectType.class);
    Stream.of(ProjectType.values()).forEach(type -> evidence.put(type, new Evidence()));
    weigh(files, spec, evidence);
    addCode(files, evidence.get(ProjectType.CODE_PROJECT));
    ProjectType type = strongest(evidence);
    double rival =
        evidence.entrySet().stream()
            .filter(other -> other.getKey() != type)
            .filter(other -> other.getKey() != ProjectType.CODE_PROJECT)
            .mapToDouble(other -> other.getValue().strength())
            .max()
            .orElse(0);
    List<String> reasons = new ArrayList<>(evidence.get(type).reasons());
    if (!written.isBlank()) {
      reasons.add(unknown(written));
    }
    return new Detection(type, confidence(evidence.get(type).strength(), rival), reasons);
  }

  private static void weigh(
      ProjectTree files, Optional<SpecDocument> spec, Map<ProjectType, Evidence> evidence) {
    double programs = Sources.share(files.paths());
    String words = SpecWords.of(spec);
    for (Sign<ProjectType> sign : TypeSigns.TABLE) {
      double weight = sign.weight() * (sign.beside() ? 1 - DISCOUNT * programs : 1);
      sign.seenIn(files, words).ifPresent(line -> evidence.get(sign.says()).add(weight, line));
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

  private static ProjectType strongest(Map<ProjectType, Evidence> evidence) {
    return evidence.entrySet().stream()
        .filter(entry -> entry.getKey() != ProjectType.CODE_PROJECT)
        .filter(entry -> entry.getValue().strength() >= STRONG_ENOUGH)
        .max(Comparator.comparingDouble(entry -> entry.getValue().strength()))
        .map(Map.Entry::getKey)
        .orElse(ProjectType.CODE_PROJECT);
  }

  private static double confidence(double strength, double rival) {
    return Math.round(strength * (1 - DOUBT * rival) * 100) / 100.0;
  }

  private static String unknown(String written) {
    List<String> words = Stream.of(ProjectType.values()).map(ProjectType::word).toList();
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
