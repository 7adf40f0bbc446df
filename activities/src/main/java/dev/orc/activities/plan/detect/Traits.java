package dev.orc.activities.plan.detect;

import dev.orc.activities.plan.spec.SpecDocument;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The traits of a project, each with the line that says where it was seen. Immutable. */
public final class Traits {
  private static final int FEW_SERVICES = 5;

  private final Map<Trait, String> seen;

  private Traits(Map<Trait, String> seen) {
    this.seen = Map.copyOf(seen);
  }

  public static Traits of(ProjectTree files, Optional<SpecDocument> spec) {
    Map<Trait, String> seen = new EnumMap<>(Trait.class);
    String words = RequestedWords.of(spec);
    for (Sign<Trait> sign : TraitSigns.TABLE) {
      sign.seenIn(files, words).ifPresent(line -> seen.putIfAbsent(sign.says(), line));
    }
    int services = Services.in(files);
    if (services > FEW_SERVICES) {
      seen.putIfAbsent(Trait.WATCHED, services + " services are described");
    }
    return new Traits(seen);
  }

  /** Where it was seen; empty when the project does not have it. */
  public Optional<String> why(Trait trait) {
    return Optional.ofNullable(seen.get(trait));
  }
}
