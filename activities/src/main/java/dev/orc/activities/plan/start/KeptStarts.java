package dev.orc.activities.plan.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.ProjectSettings;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What each project was started with last, on this host's disk: should Temporal lose the
 * orchestration, it can be set up anew from it. Thread-safe.
 */
public final class KeptStarts {
  private final HostFolders folders;

  public KeptStarts(HostFolders folders) {
    this.folders = folders;
  }

  /**
   * @param directory of the repository
   * @param branch that the work starts from; null for the one that is checked out
   */
  public record KeptStart(
      String project,
      String directory,
      Spec spec,
      Team team,
      ProjectSettings settings,
      List<SideWindow> windows,
      String branch) {
    /** What is kept of a plan. */
    public static KeptStart of(Plan plan) {
      return new KeptStart(
          plan.project(),
          plan.directory(),
          plan.spec(),
          plan.team(),
          plan.settings(),
          plan.windows(),
          plan.branch());
    }
  }

  void keep(Plan plan) {
    try {
      PrivateFiles.replace(file(plan.project()), HostJson.pretty(KeptStart.of(plan)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(plan.project()), e);
    }
  }

  /** Empty for a project that was never started here. */
  public Optional<KeptStart> of(String project) {
    Path file = file(AgentName.requireWord(project));
    try {
      return Optional.of(HostJson.MAPPER.readValue(Files.readString(file), KeptStart.class));
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (JsonProcessingException spoilt) {
      throw new Refusal(
          Refusal.Kind.FAILED,
          file + " can not be read: " + spoilt.getOriginalMessage(),
          "start the project anew: orc start SPEC");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** When a project was started here last; empty when it never was. */
  public Optional<Instant> keptAt(String project) {
    Path file = file(AgentName.requireWord(project));
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Path file(String project) {
    return folders.project(project).resolve("start.json");
  }
}
