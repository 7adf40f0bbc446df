package dev.orc.worker.host;

import dev.orc.base.process.ProgramPath;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.Map;

/** Where the {@code orc} program lies that agents are to call. Stateless. */
final class OrcProgram {
  private OrcProgram() {}

  /** As {@code ORC_LAUNCHER} says, which the command line sets; else the one on the PATH. */
  static Path find(HostFolders folders, Map<String, String> environment) {
    String named = environment.getOrDefault("ORC_LAUNCHER", "");
    if (!named.isEmpty()) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    return ProgramPath.find("orc", environment.get("PATH"))
        .orElse(folders.cache().resolve("bin/orc"));
  }
}
