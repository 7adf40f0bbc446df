package dev.orc.workflows.model;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the files of a host lie. Only names: nothing here looks at a disk.
 *
 * @param config what a person writes: {@code config.yaml}, roles, drivers
 * @param state spool, journal, logs, database, archived transcripts, the API's address and token
 * @param cache what can be made again
 */
public record HostFolders(Path config, Path state, Path cache) {

  /** Reads {@code ORC_HOME}, the XDG variables and {@code HOME}, in that order. */
  public static HostFolders of(Map<String, String> environment) {
    String orcHome = environment.getOrDefault("ORC_HOME", "");
    if (!orcHome.isEmpty()) {
      Path home = Path.of(orcHome).toAbsolutePath().normalize();
      return new HostFolders(home.resolve("config"), home.resolve("state"), home.resolve("cache"));
    }
    Path home = Path.of(environment.getOrDefault("HOME", "/"));
    return new HostFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path usual) {
    String given = environment.getOrDefault(variable, "");
    return (given.startsWith("/") ? Path.of(given) : usual).resolve("orc");
  }

  /** Holds the API's address and token; only its owner can read it. */
  public Path apiFile() {
    return state.resolve("api.json");
  }

  /** What agents say while the worker is down. */
  public Path outbox() {
    return state.resolve("outbox");
  }

  /**
   * What they say to one project; one JSON file each, named so that order is kept. A project that
   * does not answer keeps nobody else's words waiting.
   */
  public Path outbox(String project) {
    return outbox().resolve("to-" + project.replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  /** One file of JSON lines per agent, appended to by the program's hooks. */
  public Path spool(String project, String role) {
    return state.resolve("spool").resolve(project).resolve(role + ".jsonl");
  }

  /** What is kept of the lives of one agent; only its owner may look into it. */
  public Path lives(AgentName agent) {
    return state.resolve("lives").resolve(agent.project()).resolve(agent.role());
  }

  /** Everything of one orchestration that is kept: spec, briefs, transcripts, summary. */
  public Path project(String project) {
    return state.resolve("projects").resolve(project);
  }

  /** What the agents of an orchestration are told when they start, a file for each life. */
  public Path briefs(String project) {
    return project(project).resolve("briefs");
  }

  public Path logs() {
    return state.resolve("logs");
  }
}
