package dev.orc.activities.agent;

import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every agent's program finds in its environment. Immutable. */
final class AgentEnvironment {
  private final HostFolders folders;
  private final Path launcher;
  private final Map<String, String> configured;
  private final String path;
  private final LifeTokens tokens;
  private final ProjectVariables variables;

  /**
   * @param launcher the {@code orc} program
   * @param configured what people want for every agent
   * @param path the PATH that agents would have otherwise
   */
  AgentEnvironment(
      HostFolders folders, Path launcher, Map<String, String> configured, String path) {
    this.folders = folders;
    this.launcher = launcher.toAbsolutePath().normalize();
    this.configured = Map.copyOf(configured);
    this.path = path;
    this.tokens = new LifeTokens(folders);
    this.variables = new ProjectVariables(folders, System.getenv());
  }

  Map<String, String> of(String project, String role, int incarnation, Path spool) {
    Map<String, String> environment = new LinkedHashMap<>(configured);
    environment.putAll(variables.of(project));
    environment.put("ORC_PROJECT", project);
    environment.put("ORC_ROLE", role);
    environment.put("ORC_INCARNATION", Integer.toString(incarnation));
    environment.put("ORC_LIFE_FILE", tokens.file(project, role, incarnation).toString());
    environment.put("ORC_SPOOL", spool.toString());
    environment.put("ORC_BIN", launcher.toString());
    environment.put("PATH", launcher.getParent() + ":" + path);
    environment.putAll(home());
    return environment;
  }

  /** The variables by which {@link HostFolders#of} finds these very folders. */
  private Map<String, String> home() {
    Path home = folders.state().getParent();
    Map<String, String> inOne = Map.of("ORC_HOME", home.toString());
    if (HostFolders.of(inOne).equals(folders)) {
      return inOne;
    }
    return Map.of(
        "XDG_CONFIG_HOME", folders.config().getParent().toString(),
        "XDG_STATE_HOME", folders.state().getParent().toString(),
        "XDG_CACHE_HOME", folders.cache().getParent().toString());
  }
}
