package dev.orc.activities.config;

import dev.orc.activities.Nearest;
import dev.orc.activities.config.YamlNode.Entry;
import dev.orc.activities.detect.ProjectType;
import dev.orc.activities.detect.TeamSize;
import dev.orc.activities.team.AccountPlan;
import dev.orc.activities.team.RoleLibrary;
import dev.orc.workflows.model.TeamWish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the {@code team:} section: what teams should be like. For one thread. */
final class TeamSection {
  private static final List<String> KEYS =
      List.of("type", "size", "plan", "roles", "add-roles", "tiers", "phased");
  private static final List<String> TYPES =
      Stream.of(ProjectType.values()).map(ProjectType::word).toList();
  private static final List<String> SIZES =
      Stream.of(TeamSize.values()).map(TeamSize::word).toList();
  private static final List<String> PLANS =
      Stream.of(AccountPlan.values()).map(AccountPlan::word).toList();

  private final NodeReader reader;
  private final Set<String> known;

  /**
   * @param known the names of all roles that there are
   */
  TeamSection(NodeReader reader, Set<String> known) {
    this.reader = reader;
    this.known = known;
  }

  /** What is written there, over what is wished so far. */
  TeamWish over(Entry entry, TeamWish base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> entries = reader.entries(entry.value(), KEYS);
    return new TeamWish(
        reader.value(entries.get("type"), base.type(), oneOf(TYPES)),
        reader.value(entries.get("size"), base.size(), oneOf(SIZES)),
        reader.value(entries.get("plan"), base.plan(), oneOf(PLANS)),
        roles(entries.get("roles"), base.roles()),
        roles(entries.get("add-roles"), base.addRoles()),
        reader.value(entries.get("tiers"), base.tiers(), Values::tiers),
        reader.value(entries.get("phased"), base.phased(), Values::yesOrNo),
        null,
        false,
        false);
  }

  private List<String> roles(Entry entry, List<String> base) {
    List<String> roles = reader.strings(entry, base);
    if (entry != null) {
      for (String role : roles) {
        String name = RoleLibrary.canonical(role);
        if (!known.contains(name) && !known.contains(RoleLibrary.base(name))) {
          reader.fault(entry.line(), "there is no role '" + role + "'", nearest(name));
        }
      }
    }
    return roles;
  }

  private String nearest(String role) {
    return Nearest.to(role, known)
        .map(near -> "did you mean " + near + "?")
        .orElse("'orc team roles' lists them");
  }

  private static Function<String, String> oneOf(List<String> words) {
    return text -> {
      if (!words.contains(text)) {
        throw new IllegalArgumentException(
            "'%s' is not known here; %s"
                .formatted(
                    text,
                    Nearest.to(text, words)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("write one of " + String.join(", ", words))));
      }
      return text;
    };
  }
}
