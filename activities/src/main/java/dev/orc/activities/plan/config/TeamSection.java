package dev.orc.activities.plan.config;

import dev.orc.activities.plan.detect.WishedSize;
import dev.orc.activities.plan.team.AccountPlan;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.Values;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.TeamWish;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the {@code team:} section: what teams should be like. For one thread. */
final class TeamSection {
  private static final List<String> KEYS =
      List.of("type", "size", "max-size", "plan", "roles", "add-roles", "tiers", "phased");
  private static final List<String> SIZES = List.of("small", "medium", "large", "enterprise");
  private static final List<String> PLANS =
      Stream.of(AccountPlan.values()).map(AccountPlan::word).toList();

  private final NodeReader reader;
  private final Set<String> known;
  private final Set<String> types;

  /**
   * @param known the names of all roles that there are
   * @param types the names of all types that there are
   */
  TeamSection(NodeReader reader, Set<String> known, Set<String> types) {
    this.reader = reader;
    this.known = known;
    this.types = types;
  }

  /** What is written there, over what is wished so far. */
  TeamWish over(Entry entry, TeamWish base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> entries = reader.entries(entry.value(), KEYS);
    return new TeamWish(
        reader.value(entries.get("type"), base.type(), oneOf(types)),
        reader.value(entries.get("size"), base.size(), TeamSection::size),
        reader.value(entries.get("plan"), base.plan(), oneOf(PLANS)),
        roles(entries.get("roles"), base.roles()),
        roles(entries.get("add-roles"), base.addRoles()),
        reader.value(entries.get("tiers"), base.tiers(), Values::tiers),
        reader.value(entries.get("phased"), base.phased(), Values::yesOrNo),
        null,
        false,
        false,
        reader.value(entries.get("max-size"), base.maxSize(), TeamSection::size),
        null,
        null,
        false);
  }

  private static String size(String text) {
    if (WishedSize.of(text).isEmpty()) {
      String guess = Nearest.to(text, SIZES).map(near -> "did you mean " + near + "? ").orElse("");
      throw new IllegalArgumentException(
          "'%s' is not known here; %s".formatted(text, guess + WishedSize.REMEDY));
    }
    return text;
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

  private static Function<String, String> oneOf(Collection<String> words) {
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
