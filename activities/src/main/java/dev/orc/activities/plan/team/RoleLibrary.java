package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.RoleCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The roles that a team can be made of: those that come with orc, over them the user's own, over
 * them the project's. Immutable.
 */
public final class RoleLibrary {
  /** A second one of a role is called as {@code developer-2}. */
  private static final Pattern NUMBER = Pattern.compile("-[1-9][0-9]{0,2}$");

  private static final RoleLibrary BUNDLED = new RoleLibrary(BundledRoles.read());

  private final Map<String, LibraryRole> roles;

  private RoleLibrary(Map<String, LibraryRole> roles) {
    this.roles = new LinkedHashMap<>(roles);
  }

  /** The roles that come with orc. */
  public static RoleLibrary bundled() {
    return BUNDLED;
  }

  /**
   * With the role files of the user and of the project, as they are now.
   *
   * @param project its directory; empty where no project counts
   * @throws ConfigFaults when anything is wrong in them, with all of it
   */
  public static RoleLibrary of(HostFolders folders, Optional<Path> project) {
    List<Fault> faults = new ArrayList<>();
    RoleLibrary library = usable(folders, project, faults);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return library;
  }

  /** The same without the files that can not be used; what is wrong in them is added. */
  static RoleLibrary usable(HostFolders folders, Optional<Path> project, List<Fault> faults) {
    Map<String, LibraryRole> roles = BUNDLED.roles;
    for (RoleFolder folder : places(Optional.of(folders), project)) {
      roles = new RoleLayer(roles, folder.drafts(faults), folder.names(), faults).over();
    }
    return new RoleLibrary(roles);
  }

  /**
   * The names alone, whatever is in the files.
   *
   * @param folders where the user's own roles lie; empty where they do not count
   */
  public static Set<String> names(Optional<HostFolders> folders, Optional<Path> project) {
    Set<String> names = new LinkedHashSet<>(BUNDLED.names());
    places(folders, project).forEach(folder -> names.addAll(folder.names()));
    return names;
  }

  private static List<RoleFolder> places(Optional<HostFolders> folders, Optional<Path> project) {
    List<RoleFolder> places = new ArrayList<>();
    folders.ifPresent(host -> places.add(RoleFolder.ofUser(host.config())));
    project.ifPresent(directory -> places.add(RoleFolder.ofProject(directory)));
    return places;
  }

  /** In the order of the library, a person's own roles last. */
  public List<String> names() {
    return List.copyOf(roles.keySet());
  }

  /** The role of that name, or the one that a numbered name stands for. */
  public Optional<LibraryRole> role(String name) {
    LibraryRole exact = roles.get(name);
    return Optional.ofNullable(exact == null ? roles.get(base(name)) : exact);
  }

  /**
   * The role that somebody named, in any spelling.
   *
   * @throws Refusal when there is none, with the nearest
   */
  public LibraryRole require(String given) {
    String name = canonical(given);
    return role(name)
        .orElseThrow(
            () ->
                new Refusal(
                    Kind.NOT_FOUND,
                    "there is no role '" + given + "'",
                    Nearest.to(name, names())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("'orc team roles' lists them")));
  }

  public List<RoleCard> cards() {
    return roles.values().stream().map(LibraryRole::card).toList();
  }

  /** The role's name without the number of a second one. */
  public static String base(String name) {
    return NUMBER.matcher(name).replaceFirst("");
  }

  /** The name as roles are called here: {@code Project_Manager} is {@code project-manager}. */
  public static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
