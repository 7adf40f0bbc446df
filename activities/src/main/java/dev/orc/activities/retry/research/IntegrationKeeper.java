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
import java.util.List;
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

  /**
   * The last integration and when it was over.
   *
   * @param branch the starting branch; null where an earlier edition kept it
   * @param verify the commands that the merged work had to pass; null likewise
   */
  public record Kept(Instant at, Integration integration, String branch, List<String> verify) {}

  /** Takes the place of the one before. */
  public void keep(IntegrationOrder order, Integration integration) {
    Path file = file(order.project());
    try {
      Kept kept =
          new Kept(clock.instant(), integration, order.repository().branch(), order.verify());
      PrivateFiles.replace(file, HostJson.pretty(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be written: " + e.getMessage(), e);
    }
  }

  /** What became of the project's last integration here; empty when there was none. */
  public Optional<Kept> last(String project) {
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
