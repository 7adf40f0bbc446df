package dev.orc.activities.team;

import dev.orc.activities.Nearest;
import dev.orc.activities.config.ConfigFaults;
import dev.orc.activities.config.Fault;
import dev.orc.activities.detect.ProjectType;
import dev.orc.activities.files.Bundled;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The teams of all types: those that come with orc, and a person's own over them. Immutable. */
public final class TeamTypes {
  private static final String ENDING = ".yaml";

  private final Map<ProjectType, TeamType> types;

  private TeamTypes(Map<ProjectType, TeamType> types) {
    this.types = new EnumMap<>(types);
  }

  /**
   * Reads them, a person's own from {@code teams/TYPE.yaml} beside the host's configuration.
   *
   * @throws ConfigFaults with everything that is wrong in those
   */
  public static TeamTypes load(HostFolders folders, Teams teams) {
    List<Fault> faults = new ArrayList<>();
    Map<ProjectType, TeamType> types = new EnumMap<>(ProjectType.class);
    for (ProjectType type : ProjectType.values()) {
      Path name = Path.of(type.word() + ENDING);
      types.put(type, new TeamTypeReader(name, teams, faults).read(type, bundled(type)));
    }
    for (Path file : own(folders.config().resolve("teams"))) {
      over(types, file, teams, faults);
    }
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return new TeamTypes(types);
  }

  TeamType of(ProjectType type) {
    return types.get(type);
  }

  private static void over(
      Map<ProjectType, TeamType> types, Path file, Teams teams, List<Fault> faults) {
    String name = file.getFileName().toString();
    String word = name.substring(0, name.length() - ENDING.length());
    List<String> words = Stream.of(ProjectType.values()).map(ProjectType::word).toList();
    if (!words.contains(word)) {
      String guess =
          Nearest.to(word, words)
              .map(near -> "did you mean " + near + ENDING + "?")
              .orElse("the types are " + String.join(", ", words));
      faults.add(new Fault(file, 1, "there is no type '" + word + "'", guess));
      return;
    }
    try {
      ProjectType type = ProjectType.named(word).orElseThrow();
      types.put(type, new TeamTypeReader(file, teams, faults).read(type, Files.readString(file)));
    } catch (IOException e) {
      faults.add(new Fault(file, 1, "it can not be read: " + e.getMessage(), "make it readable"));
    }
  }

  private static List<Path> own(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bundled(ProjectType type) {
    String name = "types/" + type.word() + ENDING;
    return Bundled.text(TeamTypes.class, name);
  }
}
