package dev.orc.activities.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.files.Json;
import dev.orc.activities.files.PrivateFiles;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was told, across restarts of the worker: a line when a need is listed, and another when the
 * person's command has been told of it. For one thread at a time.
 */
final class NoticeFile {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeFile.class);

  private final Path file;
  private Map<String, Step> known;

  NoticeFile(Path file) {
    this.file = file;
  }

  /** How far the telling of a need has come. */
  enum Step {
    LISTED,
    TOLD
  }

  /** How far it has come; null when nothing was done yet. */
  Step of(Need need) throws IOException {
    if (known == null) {
      known = read();
    }
    return known.get(key(need));
  }

  void add(Step step, Need need) throws IOException {
    PrivateFiles.appendLine(file, Json.line(new Line(step, need)));
    known.put(key(need), step);
  }

  private Map<String, Step> read() throws IOException {
    Map<String, Step> steps = new HashMap<>();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (String line : lines) {
      try {
        Line read = Json.MAPPER.readValue(line, Line.class);
        steps.put(key(read.need()), read.step());
      } catch (JsonProcessingException e) {
        LOG.warn("{} holds a line that is not a notice; it is left out", file);
      }
    }
    return steps;
  }

  /** An id says what is needed; it comes again in other projects and at other times. */
  private static String key(Need need) {
    return need.project() + "\n" + need.id() + "\n" + need.at();
  }

  private record Line(Step step, Need need) {}
}
