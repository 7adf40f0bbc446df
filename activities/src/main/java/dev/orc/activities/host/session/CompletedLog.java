package dev.orc.activities.host.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.activities.json.HostJson;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every orchestration that is over as one line of JSON, for reports that ask after it when Temporal
 * has long forgotten it. What a crash left of a line is dropped; the oldest go when there are too
 * many. Thread-safe.
 */
public final class CompletedLog {
  private static final int MOST = 50_000;

  private final Path file;
  private final int most;
  private Set<String> known;
  private int lines;

  /** The host's. */
  public static CompletedLog of(HostFolders folders) {
    return new CompletedLog(folders.state().resolve("completed.jsonl"), MOST);
  }

  /**
   * @param most how many lines there may be
   */
  CompletedLog(Path file, int most) {
    this.file = file;
    this.most = most;
  }

  /** Keeps it, unless that run is kept already. */
  public synchronized void add(Completed one) {
    try {
      if (known == null) {
        begin();
      }
      if (known.contains(key(one))) {
        return;
      }
      if (lines >= most) {
        forgetOldest();
      }
      PrivateFiles.appendLine(file, HostJson.line(one));
      known.add(key(one));
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be written: " + e.getMessage(), e);
    }
  }

  /** Those that are as wanted, in the order in which they ended. */
  public synchronized List<Completed> all(Predicate<Completed> wanted) {
    try {
      return lines().stream().flatMap(line -> read(line).stream()).filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be read: " + e.getMessage(), e);
    }
  }

  private void begin() throws IOException {
    heal();
    known = new HashSet<>();
    List<String> all = lines();
    all.stream().flatMap(line -> read(line).stream()).forEach(one -> known.add(key(one)));
    lines = all.size();
  }

  /** Whoever died while writing left a line without an end: it is ended, or dropped. */
  private void heal() throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    if (bytes.length == 0 || bytes[bytes.length - 1] == '\n') {
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int last = text.lastIndexOf('\n') + 1;
    boolean whole = read(text.substring(last)).isPresent();
    PrivateFiles.replace(file, whole ? text + "\n" : text.substring(0, last));
  }

  /** A tenth at a time, so that the file is not written anew for every line. */
  private void forgetOldest() throws IOException {
    List<String> all = lines();
    List<String> kept = all.subList(Math.max(1, all.size() - most + most / 10), all.size());
    PrivateFiles.replace(file, String.join("\n", kept) + (kept.isEmpty() ? "" : "\n"));
    begin();
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static Optional<Completed> read(String line) {
    try {
      return Optional.of(HostJson.MAPPER.readValue(line, Completed.class));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  private static String key(Completed one) {
    return one.runId() == null ? one.project() + " " + one.startedAt() : one.runId();
  }
}
