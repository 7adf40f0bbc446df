package dev.orc.worker.api;

import dev.orc.activities.files.PrivateFiles;
import dev.orc.worker.process.Json;
import dev.orc.worker.process.Version;
import dev.orc.workflows.model.ApiAddress;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where callers on this host find port and token; readable by the owner alone. The tokens stay the
 * same over restarts, so that dashboards and scripts need not be told anew. Not thread-safe.
 */
final class ApiFile {
  private final Path file;
  private final Path kept;

  ApiFile(HostFolders folders) {
    file = folders.apiFile();
    kept = folders.state().resolve("tokens.json");
  }

  Tokens tokens() throws IOException {
    try {
      return Json.lenient().readValue(Files.readString(kept), Tokens.class);
    } catch (NoSuchFileException firstStart) {
      Tokens tokens = Tokens.random();
      PrivateFiles.replace(kept, Json.lenient().writeValueAsString(tokens) + "\n");
      return tokens;
    }
  }

  void write(int port, Tokens tokens) throws IOException {
    ApiAddress address =
        new ApiAddress(
            "127.0.0.1", port, tokens.operator(), ProcessHandle.current().pid(), Version.current());
    PrivateFiles.replace(file, Json.lenient().writeValueAsString(address) + "\n");
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
