package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import dev.orc.base.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the roles of one folder over those that are there already. For one thread. */
final class RoleLayer {
  private final Map<String, LibraryRole> below;
  private final Map<String, RoleDraft> drafts = new LinkedHashMap<>();
  private final Set<String> named;

  /** Empty for those that could not be made, which is said once. */
  private final Map<String, Optional<LibraryRole>> tried = new LinkedHashMap<>();

  private final Set<String> underWay = new LinkedHashSet<>();
  private final List<Fault> faults;

  /**
   * @param named every role that has a file in the folder, those that could not be read too: they
   *     are complained of once, not again by each role that names them
   */
  RoleLayer(
      Map<String, LibraryRole> below,
      List<RoleDraft> drafts,
      Collection<String> named,
      List<Fault> faults) {
    this.below = below;
    this.named = new LinkedHashSet<>(named);
    this.faults = faults;
    drafts.forEach(draft -> this.drafts.put(draft.name(), draft));
  }

  /** All roles, those that were there first; a role that can not be made is a fault. */
  Map<String, LibraryRole> over() {
    drafts.values().forEach(this::make);
    Map<String, LibraryRole> all = new LinkedHashMap<>(below);
    tried.forEach((name, role) -> role.ifPresent(made -> all.put(name, made)));
    requirePartners(all);
    return all;
  }

  private Optional<LibraryRole> make(RoleDraft draft) {
    if (!tried.containsKey(draft.name())) {
      underWay.add(draft.name());
      Optional<LibraryRole> role = made(draft);
      underWay.remove(draft.name());
      tried.put(draft.name(), role);
    }
    return tried.get(draft.name());
  }

  private Optional<LibraryRole> made(RoleDraft draft) {
    if (draft.base() == null) {
      Optional<LibraryRole> same =
          Optional.ofNullable(below.get(draft.name()))
              .or(() -> Optional.ofNullable(below.get(RoleLibrary.base(draft.name()))));
      if (same.isEmpty() && draft.duty() == null) {
        return fault(
            draft, "duty", "'" + draft.name() + "' is a new role without a duty", newRole(draft));
      }
      return Optional.of(draft.over(same));
    }
    return extended(draft);
  }

  private Optional<LibraryRole> extended(RoleDraft draft) {
    if (underWay.contains(draft.base())) {
      return fault(
          draft,
          "extends",
          draft.base().equals(draft.name())
              ? "the role extends itself"
              : "'" + draft.name() + "' and '" + draft.base() + "' extend each other",
          "leave extends out of one; a file of the same name changes a role without it");
    }
    RoleDraft base = drafts.get(draft.base());
    if (base == null && !below.containsKey(draft.base())) {
      return named.contains(draft.base())
          ? Optional.empty()
          : fault(
              draft, "extends", "there is no role '" + draft.base() + "'", nearest(draft.base()));
    }
    return base == null
        ? Optional.of(draft.over(Optional.of(below.get(draft.base()))))
        : make(base).map(made -> draft.over(Optional.of(made)));
  }

  private String newRole(RoleDraft draft) {
    return Nearest.to(draft.name(), below.keySet())
            .map(near -> "call the file " + near + ".md if you mean that one, or ")
            .orElse("")
        + "add duty: ONE SENTENCE";
  }

  private void requirePartners(Map<String, LibraryRole> all) {
    for (RoleDraft draft : drafts.values()) {
      require(draft, "talks-to", draft.talksTo(), all);
      require(draft, "waits-for", draft.waitsFor(), all);
      require(draft, "needs", draft.needs(), all);
    }
  }

  private void require(
      RoleDraft draft, String key, List<String> partners, Map<String, LibraryRole> all) {
    for (String name : partners == null ? List.<String>of() : partners) {
      boolean known = all.containsKey(name) || all.containsKey(RoleLibrary.base(name));
      if (!known && !named.contains(name)) {
        fault(draft, key, "there is no role '" + name + "'", nearest(name));
      } else if (name.equals(draft.name())) {
        fault(draft, key, "the role names itself", "leave it out of " + key);
      }
    }
  }

  private String nearest(String name) {
    Set<String> names = new LinkedHashSet<>(below.keySet());
    names.addAll(named);
    return Nearest.to(name, names)
        .map(near -> "did you mean " + near + "?")
        .orElse("'orc team roles' lists them");
  }

  private Optional<LibraryRole> fault(RoleDraft draft, String key, String what, String right) {
    faults.add(new Fault(draft.file(), draft.line(key), what, right));
    return Optional.empty();
  }
}
