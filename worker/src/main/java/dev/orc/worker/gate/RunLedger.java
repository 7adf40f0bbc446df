package dev.orc.worker.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orc.base.files.PrivateFiles;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which orchestration each sealed start on this host began, and in which run each orchestration
 * came to its end, in {@code starts.jsonl} of the state folder. The oldest lines go when there are
 * too many. Thread-safe.
 */
public final class RunLedger {
  private static final int MOST = 100_000;

  private final Path file;
  private final int most;
  private final Map<String, String> chains = new LinkedHashMap<>();
  private final Map<String, String> ends = new LinkedHashMap<>();

  /** What is to be thought of a run. */
  enum Verdict {
    /** It belongs to the orchestration that its start began. */
    OWN,
    /** Its start began another orchestration: somebody has copied it. */
    COPIED,
    /** Its orchestration came to its end on this host in another run. */
    OVER
  }

  /**
   * One thing that is known.
   *
   * @param start digest of what a run was started with; null in a line of an end
   * @param chain the first run of the orchestration
   * @param over the run in which it ended; null in a line of a start
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(String start, String chain, String over) {}

  public RunLedger(HostFolders folders) {
    this(folders.state().resolve("starts.jsonl"), MOST);
  }

  RunLedger(Path file, int most) {
    this.file = file;
    this.most = most;
    try {
      read();
    } catch (IOException cannot) {
      throw new UncheckedIOException(file + " can not be read", cannot);
    }
  }

  /** What a run is that began with that start; the first to say so owns the start. */
  synchronized Verdict judge(String start, String chain, String run) {
    String end = ends.get(chain);
    if (end != null && !end.equals(run)) {
      return Verdict.OVER;
    }
    String owner = chains.get(start);
    if (owner == null) {
      add(new Line(start, chain, null));
      return Verdict.OWN;
    }
    return owner.equals(chain) ? Verdict.OWN : Verdict.COPIED;
  }

  /**
   * An orchestration has come to its end: no other run of it does anything here any more.
   *
   * @param run in which it did; that one may still say so
   */
  public synchronized void over(String chain, String run) {
    if (!ends.containsKey(chain)) {
      add(new Line(null, chain, run));
    }
  }

  /** Whether that orchestration has come to its end here. */
  public synchronized boolean isOver(String chain) {
    return ends.containsKey(chain);
  }

  private void add(Line line) {
    try {
      PrivateFiles.appendLine(file, Json.lenient().writeValueAsString(line));
      put(line);
      if (chains.size() + ends.size() > most) {
        forgetOldest();
      }
    } catch (IOException cannot) {
      throw new UncheckedIOException(file + " can not be written: " + cannot.getMessage(), cannot);
    }
  }

  private void put(Line line) {
    if (line.chain() != null && line.start() != null) {
      chains.putIfAbsent(line.start(), line.chain());
    } else if (line.chain() != null && line.over() != null) {
      ends.putIfAbsent(line.chain(), line.over());
    }
  }

  private void read() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String all = Files.readString(file);
    // Whoever died while writing left a line without an end: the next one must not hang on to it.
    boolean whole = all.isEmpty() || all.endsWith("\n");
    for (String text : all.lines().toList()) {
      try {
        put(Json.lenient().readValue(text, Line.class));
      } catch (JsonProcessingException torn) {
        whole = false;
      }
    }
    if (!whole) {
      write();
    }
  }

  /** A tenth at a time, so that the file is not written anew for every line. */
  private void forgetOldest() throws IOException {
    int starts = chains.size() / 10;
    chains.keySet().removeAll(new ArrayList<>(chains.keySet()).subList(0, starts));
    int over = ends.size() / 10;
    ends.keySet().removeAll(new ArrayList<>(ends.keySet()).subList(0, over));
    write();
  }

  private void write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> one : chains.entrySet()) {
      Line line = new Line(one.getKey(), one.getValue(), null);
      lines.add(Json.lenient().writeValueAsString(line));
    }
    for (Map.Entry<String, String> one : ends.entrySet()) {
      lines.add(Json.lenient().writeValueAsString(new Line(null, one.getKey(), one.getValue())));
    }
    PrivateFiles.replace(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}
