package dev.orc.activities.retry.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitFailed;
import dev.orc.activities.git.LeftWork;
import dev.orc.activities.git.LeftWork.Left;
import dev.orc.activities.json.HostJson;
import dev.orc.workflows.activities.RepositoryActivities.Integration;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Outcome;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what the host knows of an orchestration: its files, its transcripts, its branches. What
 * an earlier orchestration of the same name left does not count. Thread-safe.
 */
final class EvidenceReader {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);
  private static final Pattern TRANSCRIPT = Pattern.compile("([a-z0-9-]+)-(\\d{1,9})\\.txt");
  private static final int SCREEN_LINES = 30;

  private final HostFolders folders;
  private final LeftWork left;
  private final IntegrationKeeper integrations;

  EvidenceReader(HostFolders folders, LeftWork left, IntegrationKeeper integrations) {
    this.folders = folders;
    this.left = left;
    this.integrations = integrations;
  }

  /**
   * @param told the timeline as Temporal has it, asked for where the host has none
   */
  FailureEvidence read(Outcome outcome, String directory, Supplier<List<TimelineEntry>> told) {
    Path folder = folders.project(outcome.project());
    List<TimelineEntry> timeline = kept(outcome, folder, told);
    Map<String, Path> transcripts = transcripts(folder.resolve("transcripts"), outcome.startedAt());
    Map<String, String> screens = new TreeMap<>();
    transcripts.forEach((role, file) -> screens.put(role, end(file)));
    List<Path> files = new ArrayList<>();
    Stream.of("summary.md", "timeline.json", "integration.json", "spec.md")
        .map(folder::resolve)
        .filter(Files::exists)
        .forEach(files::add);
    files.addAll(transcripts.values());
    return new FailureEvidence(
        outcome, timeline, integration(outcome), screens, work(directory, timeline), files);
  }

  /** The timeline that was written at this very end; else what Temporal still tells. */
  private static List<TimelineEntry> kept(
      Outcome outcome, Path folder, Supplier<List<TimelineEntry>> told) {
    try {
      Path written = folder.resolve("outcome.json");
      if (Files.exists(written)) {
        Outcome last = HostJson.MAPPER.readValue(Files.readString(written), Outcome.class);
        if (Objects.equals(last.startedAt(), outcome.startedAt())) {
          String timeline = Files.readString(folder.resolve("timeline.json"));
          return HostJson.MAPPER.readValue(timeline, new TypeReference<List<TimelineEntry>>() {});
        }
      }
    } catch (JsonProcessingException broken) {
      LOG.warn("what {} kept of its end can not be read: {}", folder, broken.getOriginalMessage());
    } catch (IOException gone) {
      LOG.warn("what {} kept of its end can not be read: {}", folder, gone.toString());
    }
    return told.get();
  }

  private Integration integration(Outcome outcome) {
    return integrations
        .last(outcome.project())
        .filter(kept -> since(kept.at(), outcome.startedAt()))
        .map(IntegrationKeeper.Kept::integration)
        .orElse(null);
  }

  private static boolean since(Instant at, Instant start) {
    return start == null || !at.isBefore(start);
  }

  /** The transcript of each role's newest life. */
  private static Map<String, Path> transcripts(Path folder, Instant start) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      Map<String, Path> newest = new TreeMap<>();
      for (Path file : listed.filter(file -> since(writtenAt(file), start)).toList()) {
        Matcher name = TRANSCRIPT.matcher(file.getFileName().toString());
        if (name.matches()) {
          newest.merge(name.group(1), file, (one, other) -> life(one) > life(other) ? one : other);
        }
      }
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int life(Path transcript) {
    Matcher name = TRANSCRIPT.matcher(transcript.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(2)) : 0;
  }

  private static Instant writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String end(Path transcript) {
    try {
      List<String> lines =
          Files.readString(transcript).lines().filter(line -> !line.isBlank()).toList();
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - SCREEN_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the roles that the timeline tells of; all where it tells of none. */
  private List<FailureEvidence.Work> work(String directory, List<TimelineEntry> timeline) {
    Set<String> roles = new HashSet<>();
    timeline.stream().map(TimelineEntry::who).filter(Objects::nonNull).forEach(roles::add);
    try {
      return left.of(Path.of(directory)).stream()
          .filter(one -> roles.isEmpty() || roles.contains(one.state().role()))
          .map(EvidenceReader::work)
          .toList();
    } catch (Refusal | GitFailed unreadable) {
      LOG.warn("the branches of {} can not be read: {}", directory, unreadable.getMessage());
      return List.of();
    }
  }

  private static FailureEvidence.Work work(Left one) {
    return new FailureEvidence.Work(
        one.state().role(),
        one.state().branch() == null ? one.state().head() : one.state().branch(),
        one.state().ahead(),
        one.newest(),
        one.state().uncommitted());
  }
}
