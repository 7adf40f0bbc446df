package dev.orc.activities.retry.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what became of each orchestration's last integration: conflicts and outputs are too long
 * for history, and whoever looks into a failure wants them. Thread-safe.
 */
public final class IntegrationKeeper {
  private final HostFolders folders;
  private final Clock clock;

  public IntegrationKeeper(HostFolders folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /** The last integration and when it was over. */
  record Kept(Instant at, Integration integration) {}

  /** Takes the place of the one before. */
  public void keep(IntegrationOrder order, Integration integration) {
    Path file = file(order.project());
    try {
      PrivateFiles.replace(file, HostJson.pretty(new Kept(clock.instant(), integration)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be written: " + e.getMessage(), e);
    }
  }

  Optional<Kept> last(String project) {
    try {
      return Optional.of(HostJson.MAPPER.readValue(Files.readString(file(project)), Kept.class));
    } catch (NoSuchFileException | JsonProcessingException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String project) {
    return folders.project(project).resolve("integration.json");
  }
}
