package dev.orc.activities.config;

import dev.orc.activities.tmux.TmuxSettings;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    QueueSettings queue) {

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
          QueueSettings.DEFAULTS);

  public Config {
    programs = Map.copyOf(programs);
    environment = Map.copyOf(environment);
    notice = List.copyOf(notice);
    projectFolders = List.copyOf(projectFolders);
  }

  /** The host's configuration; the defaults where there is no file. Throws {@link ConfigFaults}. */
  public static Config load(HostFolders folders) {
    return over(DEFAULTS, folders.config().resolve("config.yaml"), false);
  }

  /**
   * With what the project wants for itself. A repository has no say in what concerns the host.
   * Throws {@link ConfigFaults}.
   */
  public Config withProject(Path directory) {
    return over(this, directory.resolve(".orc.yaml"), true);
  }

  /** The program for a role, where nobody asked for another. */
  public Program program(String role) {
    return programs.getOrDefault(role, Program.of(driver));
  }

  private static Config over(Config base, Path file, boolean ofProject) {
    if (Files.notExists(file)) {
      return base;
    }
    List<Fault> faults = new ArrayList<>();
    Config config = new ConfigReader(file, ofProject, faults).over(base);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return config;
  }
}
