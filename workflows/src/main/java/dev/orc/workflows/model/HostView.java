package dev.orc.workflows.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is true of an orchestration's agents on the host.
 *
 * @param sessionPresent whether the tmux session is there at all
 * @param completionFile what a {@code COMPLETED} or {@code FAILED} file in the lead's worktree
 *     says: the file's name, a newline, its first lines; null when there is none
 * @param completionFileAt when that file was written; null when there is none
 */
public record HostView(
    Instant at,
    boolean sessionPresent,
    List<Sighting> sightings,
    String completionFile,
    Instant completionFileAt) {
  public HostView {
    sightings = List.copyOf(sightings);
  }

  /** One whose completion file's age nobody knows. */
  public HostView(
      Instant at, boolean sessionPresent, List<Sighting> sightings, String completionFile) {
    this(at, sessionPresent, sightings, completionFile, null);
  }

  public Optional<Sighting> of(String role) {
    return sightings.stream().filter(sighting -> sighting.role().equals(role)).findFirst();
  }
}
