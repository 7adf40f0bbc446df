package dev.orc.activities.plan.config;

import dev.orc.activities.host.tmux.TmuxSettings;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.plan.team.TeamTypes;
import dev.orc.activities.tell.notice.NoticeSettings;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * @param notices how people are told what needs them
 * @param projectFolders projects must lie in one of them; anywhere when there is none
 * @param team what teams should be like, where nobody asks for another
 * @param analysis how long an agent program may think about a spec or a team
 * @param queue how batches are run
 * @param trustedFolders what repositories in them ask to have run is allowed without asking
 * @param environments that a project can be started for, by name
 */
public record Config(
    String host,
    String driver,
    Map<String, Program> programs,
    ProjectSettings settings,
    TmuxSettings tmux,
    TemporalSection temporal,
    Map<String, String> environment,
    NoticeSettings notices,
    List<Path> projectFolders,
    TeamWish team,
    AnalysisSettings analysis,
    QueueSettings queue,
    List<Path> trustedFolders,
    Map<String, EnvironmentSection> environments) {

  public static final Config DEFAULTS =
      new Config(
          null,
          "claude",
          Map.of(),
          ProjectSettings.DEFAULTS,
          TmuxSettings.DEFAULTS,
          TemporalSection.DEFAULTS,
          Map.of(),
          NoticeSettings.DEFAULTS,
          List.of(),
          TeamWish.NONE,
          AnalysisSettings.DEFAULTS,
          QueueSettings.DEFAULTS,
          List.of(),
          Map.of());

  public Config {
    programs = Map.copyOf(programs);
    environment = Map.copyOf(environment);
    projectFolders = List.copyOf(projectFolders);
    trustedFolders = List.copyOf(trustedFolders);
    environments = new LinkedHashMap<>(environments);
  }

  /** The host's configuration; the defaults where there is no file. Throws {@link ConfigFaults}. */
  public static Config load(HostFolders folders) {
    Set<String> roles = RoleLibrary.names(Optional.of(folders), Optional.empty());
    return over(
        DEFAULTS,
        folders.config().resolve("config.yaml"),
        false,
        roles,
        TeamTypes.names(folders, Optional.empty()));
  }

  /**
   * With what the project wants for itself. A repository has no say in what concerns the host.
   * Throws {@link ConfigFaults}.
   *
   * @param folders the host's, where a person's own roles lie
   */
  public Config withProject(HostFolders folders, Path directory) {
    Set<String> roles = RoleLibrary.names(Optional.of(folders), Optional.of(directory));
    Set<String> types = TeamTypes.names(folders, Optional.of(directory));
    return over(this, directory.resolve(".orc.yaml"), true, roles, types);
  }

  /**
   * What the project alone asks for, whatever the host has: a driver is null where it names none.
   */
  public static Config wishedBy(HostFolders folders, Path directory) {
    Config nothing =
        new Config(
            null,
            null,
            Map.of(),
            DEFAULTS.settings,
            DEFAULTS.tmux,
            DEFAULTS.temporal,
            Map.of(),
            DEFAULTS.notices,
            List.of(),
            DEFAULTS.team,
            DEFAULTS.analysis,
            DEFAULTS.queue,
            List.of(),
            Map.of());
    return nothing.withProject(folders, directory);
  }

  /** The same for a host of that name. */
  public Config named(String name) {
    return new Config(
        name,
        driver,
        programs,
        settings,
        tmux,
        temporal,
        environment,
        notices,
        projectFolders,
        team,
        analysis,
        queue,
        trustedFolders,
        environments);
  }

  /** The program for a role, where nobody asked for another. */
  public Program program(String role) {
    return programs.getOrDefault(role, Program.of(driver));
  }

  private static Config over(
      Config base, Path file, boolean ofProject, Set<String> roles, Set<String> types) {
    if (Files.notExists(file)) {
      return base;
    }
    List<Fault> faults = new ArrayList<>();
    Config config = new ConfigReader(file, ofProject, roles, types, faults).over(base);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return config;
  }
}
