package dev.orc.worker.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.failure.Refusal;
import dev.orc.base.files.PrivateFiles;
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
      Tokens tokens = Json.lenient().readValue(Files.readString(kept), Tokens.class);
      if (tokens == null || !tokens.whole()) {
        throw unreadable();
      }
      return tokens;
    } catch (JsonProcessingException noJson) {
      throw unreadable();
    } catch (NoSuchFileException firstStart) {
      Tokens tokens = Tokens.random();
      PrivateFiles.replace(kept, Json.lenient().writeValueAsString(tokens) + "\n");
      return tokens;
    }
  }

  private Refusal unreadable() {
    return new Refusal(
        Refusal.Kind.REFUSED,
        "the tokens in " + kept + " can not be read",
        "delete that file: the next start makes new ones, of which scripts that use the old ones"
            + " have to be told");
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
