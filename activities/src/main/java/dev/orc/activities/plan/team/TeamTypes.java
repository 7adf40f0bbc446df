package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.KnownTypes;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.base.files.Bundled;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.TypeCard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of projects with their teams, each a file: those that come with orc, a person's own
 * over them, those of a repository that may have its own over those. Immutable.
 */
public final class TeamTypes {
  private static final List<String> BUNDLED =
      Bundled.text(TeamTypes.class, "types/index.txt").lines().toList();

  private final Map<String, TeamType> types;

  private TeamTypes(Map<String, TeamType> types) {
    this.types = new LinkedHashMap<>(types);
  }

  /**
   * Reads them all, from {@code teams/TYPE.yaml} beside the host's configuration and from {@code
   * .orc/teams/TYPE.yaml} of the project.
   *
   * @param project one whose own types count; empty where none does
   * @throws ConfigFaults with everything that is wrong in them
   */
  public static TeamTypes load(HostFolders folders, Optional<Path> project, Teams teams) {
    List<Fault> faults = new ArrayList<>();
    Map<String, TeamType> types = new LinkedHashMap<>();
    for (String word : BUNDLED) {
      Path file = Path.of(word + ".yaml");
      String text = Bundled.text(TeamTypes.class, "types/" + file);
      types.put(
          word,
          new TeamTypeReader(file, teams, faults)
              .read(word, text, LibraryRole.BUNDLED, Optional.empty(), List.of()));
    }
    over(types, TypeFolder.ofUser(folders.config()), teams, faults);
    project.ifPresent(root -> over(types, TypeFolder.ofProject(root), teams, faults));
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return new TeamTypes(types);
  }

  /** The names alone, whatever is in the files. */
  public static Set<String> names(HostFolders folders, Optional<Path> project) {
    Set<String> names = new LinkedHashSet<>(BUNDLED);
    names.addAll(TypeFolder.ofUser(folders.config()).names());
    project.ifPresent(root -> names.addAll(TypeFolder.ofProject(root).names()));
    return names;
  }

  /** The texts of a repository's own types, by name; what can not be read is empty. */
  public static Map<String, String> textsOf(Path root) {
    TypeFolder folder = TypeFolder.ofProject(root);
    Map<String, String> texts = new LinkedHashMap<>();
    folder.names().forEach(name -> texts.put(name, ""));
    texts.putAll(folder.texts(new ArrayList<>()));
    return texts;
  }

  /** As people see them. */
  public List<TypeCard> cards() {
    return types.values().stream().map(TeamType::card).toList();
  }

  public List<String> words() {
    return List.copyOf(types.keySet());
  }

  KnownTypes known() {
    return new KnownTypes(types.values().stream().map(TeamType::project).toList());
  }

  TeamType of(String word) {
    return types.get(word);
  }

  private static void over(
      Map<String, TeamType> types, TypeFolder folder, Teams teams, List<Fault> faults) {
    folder
        .texts(faults)
        .forEach(
            (word, text) -> {
              Path file = folder.file(word);
              Optional<TeamType> before = Optional.ofNullable(types.get(word));
              types.put(
                  word,
                  new TeamTypeReader(file, teams, faults)
                      .read(word, text, file.toString(), before, BUNDLED));
            });
  }
}
