package dev.orc.activities.agent;

import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the worker's own variables the agents of a project get. The names alone are kept, in the
 * host's folder of the project; the values are looked up at each launch and written nowhere.
 * Thread-safe.
 */
public final class ProjectVariables {
  private final HostFolders folders;
  private final Map<String, String> worker;

  /**
   * @param worker the worker's environment
   */
  public ProjectVariables(HostFolders folders, Map<String, String> worker) {
    this.folders = folders;
    this.worker = worker;
  }

  private record Kept(List<String> names) {}

  /** From the next launch on these, and no others. */
  public void keep(String project, List<String> names) {
    Path file = file(project);
    try {
      if (names.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        PrivateFiles.replace(file, HostJson.pretty(new Kept(names)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Those that the worker has. */
  Map<String, String> of(String project) {
    Path file = file(project);
    if (Files.notExists(file)) {
      return Map.of();
    }
    try {
      Map<String, String> found = new LinkedHashMap<>();
      for (String name : HostJson.MAPPER.readValue(Files.readString(file), Kept.class).names()) {
        if (worker.get(name) != null) {
          found.put(name, worker.get(name));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Path file(String project) {
    return folders.project(project).resolve("variables.json");
  }
}
