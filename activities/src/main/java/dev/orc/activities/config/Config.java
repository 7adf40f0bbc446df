package dev.orc.activities.config;

import dev.orc.activities.team.RoleLibrary;
import dev.orc.activities.tmux.TmuxSettings;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people configured: {@code config.yaml} of the host, and {@code .orc.yaml} of a project over
 * it.
 *
 * @param host the host's name; null for the machine's own
 * @param driver the agent program for every role that has none of its own
 * @param programs the roles that have one of their own
 * @param environment added to the environment of every agent
 * @param notice the program, with its arguments, that tells people what needs them; may be empty
 * @param projectFolders projects must lie in one of them; anywhere when there is none
 * @param queue how batches are run
 * @param team what teams should be like, where nobody asks for another
 * @param analysis how long an agent program may think about a spec or a team
 */
public record Config(
    String host,
    String driver,
    Map<String, Program> programs,
    ProjectSettings settings,
    TmuxSettings tmux,
    TemporalSettings temporal,
    Map<String, String> environment,
    List<String> notice,
    List<Path> projectFolders,
    QueueSettings queue,
    TeamWish team,
    AnalysisSettings analysis) {

  public static final Config DEFAULTS =
      new Config(
          null,
          "claude",
          Map.of(),
          ProjectSettings.DEFAULTS,
          TmuxSettings.DEFAULTS,
          TemporalSettings.DEFAULTS,
          Map.of(),
          List.of(),
          List.of(),
          QueueSettings.DEFAULTS,
          TeamWish.NONE,
          AnalysisSettings.DEFAULTS);

  public Config {
    programs = Map.copyOf(programs);
    environment = Map.copyOf(environment);
    notice = List.copyOf(notice);
    projectFolders = List.copyOf(projectFolders);
  }

  /** The host's configuration; the defaults where there is no file. Throws {@link ConfigFaults}. */
  public static Config load(HostFolders folders) {
    Set<String> roles = RoleLibrary.names(Optional.of(folders), Optional.empty());
    return over(DEFAULTS, folders.config().resolve("config.yaml"), false, roles);
  }

  /**
   * With what the project wants for itself. A repository has no say in what concerns the host.
   * Throws {@link ConfigFaults}.
   *
   * @param folders the host's, where a person's own roles lie
   */
  public Config withProject(HostFolders folders, Path directory) {
    Set<String> roles = RoleLibrary.names(Optional.of(folders), Optional.of(directory));
    return over(this, directory.resolve(".orc.yaml"), true, roles);
  }

  /** The same where nobody's own roles are to be had: those of the project and of orc count. */
  public Config withProject(Path directory) {
    Set<String> roles = new HashSet<>(programs.keySet());
    roles.addAll(RoleLibrary.names(Optional.empty(), Optional.of(directory)));
    return over(this, directory.resolve(".orc.yaml"), true, roles);
  }

  /** The program for a role, where nobody asked for another. */
  public Program program(String role) {
    return programs.getOrDefault(role, Program.of(driver));
  }

  private static Config over(Config base, Path file, boolean ofProject, Set<String> roles) {
    if (Files.notExists(file)) {
      return base;
    }
    List<Fault> faults = new ArrayList<>();
    Config config = new ConfigReader(file, ofProject, roles, faults).over(base);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return config;
  }
}
