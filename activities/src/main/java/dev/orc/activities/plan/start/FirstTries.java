package dev.orc.activities.plan.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.GitMark;
import dev.orc.base.files.WholeFile;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the first try of each project of a batch works: later ones work there too, whatever their
 * specs are by then, and a new project is made once. Thread-safe.
 */
public final class FirstTries {
  private final Path folder;

  public FirstTries(HostFolders folders) {
    this.folder = folders.state().resolve("batches");
  }

  /** Items are numbered anew in every queue: the request says whose first try it was. */
  private record Kept(String workflow, String item, String request, String directory) {}

  /**
   * @param request the id of the project's start request
   */
  public Optional<Path> directory(String workflow, String item, String request) {
    try {
      Kept kept = HostJson.MAPPER.readValue(Files.readString(file(workflow, item)), Kept.class);
      Path directory = Path.of(kept.directory());
      boolean same = String.valueOf(request).equals(kept.request());
      return same && GitMark.isIn(directory) ? Optional.of(directory) : Optional.empty();
    } catch (NoSuchFileException | JsonProcessingException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void keep(String workflow, String item, String request, Path directory) {
    Kept kept = new Kept(workflow, item, String.valueOf(request), directory.toString());
    WholeFile.write(file(workflow, item), HostJson.pretty(kept));
  }

  private Path file(String workflow, String item) {
    String key = workflow + "\n" + item;
    return folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".json");
  }
}
