package dev.orc.worker.host;

import dev.orc.workflows.model.HostFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where the {@code orc} program lies that agents are to call. Stateless. */
final class Launcher {
  private Launcher() {}

  /** As {@code ORC_LAUNCHER} says, which the command line sets; else the one on the PATH. */
  static Path find(HostFolders folders, Map<String, String> environment) {
    String named = environment.getOrDefault("ORC_LAUNCHER", "");
    if (!named.isEmpty()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, "orc"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(folders.cache().resolve("bin/orc"));
  }
}
