package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.ProjectTree;
import dev.orc.activities.plan.detect.Sign;
import dev.orc.activities.plan.detect.Trait;
import dev.orc.activities.plan.detect.Traits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a role comes that comes only when the project calls for it.
 *
 * @param traits one of these is enough
 * @param signs one of these too
 */
record RoleCondition(String role, List<Trait> traits, List<Sign<String>> signs) {
  RoleCondition {
    traits = List.copyOf(traits);
    signs = List.copyOf(signs);
  }

  /** Where the project calls for the role; empty when it does not. */
  Optional<String> why(Traits seen, ProjectTree files, String words) {
    return Stream.concat(
            traits.stream().map(seen::why), signs.stream().map(s -> s.seenIn(files, words)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Why it does not come. */
  String missing() {
    String said = traits.stream().map(Trait::missing).collect(Collectors.joining("; "));
    return said.isEmpty() ? "nothing here calls for it" : said;
  }

  /** As a person reads it. */
  String line() {
    return role
        + " when "
        + Stream.concat(traits.stream().map(Trait::word), signs.stream().map(Sign::line))
            .collect(Collectors.joining(" or "));
  }
}
