package dev.orc.activities.host.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.json.HostJson;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stories that were written at the ends of orchestrations, and tells one that has none
 * yet from how it stands. Thread-safe.
 */
public final class KeptSummaries {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSummaries.class);

  private final HostFolders folders;

  public KeptSummaries(HostFolders folders) {
    this.folders = folders;
  }

  /** What was written at the project's last end here; empty when nothing was, or it is spoilt. */
  public Optional<ProjectSummary> last(String project) {
    Path folder = folders.project(AgentName.requireWord(project));
    Path file = folder.resolve("summary.md");
    try {
      Outcome outcome =
          HostJson.MAPPER.readValue(
              Files.readString(folder.resolve("outcome.json")), Outcome.class);
      return Optional.of(
          new ProjectSummary(
              project,
              outcome.phase(),
              outcome.endedAt(),
              file.toString(),
              Files.readString(file)));
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (JsonProcessingException spoilt) {
      LOG.warn("how {} ended can not be read: {}", project, spoilt.getOriginalMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What can be said of one now. */
  public ProjectSummary now(ProjectStatus status, List<TimelineEntry> timeline, Instant now) {
    return new ProjectSummary(
        status.project(),
        status.phase(),
        now,
        null,
        Summary.of(status, timeline, archived(status.project())));
  }

  private List<Path> archived(String project) {
    try {
      return Transcripts.archived(folders, project);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
