package dev.orc.worker.temporal;

import dev.orc.worker.process.ProcessMark;
import java.time.Instant;

/**
 * The server that we started, as {@code server.json} tells whoever comes next.
 *
 * @param mark tells the process from a later one with the same pid
 * @param ui port of the web UI; 0 when it has none
 * @param version of the program; null for the embedded server
 */
record ServerRecord(
    TemporalServer.Kind kind,
    long pid,
    String mark,
    int port,
    int ui,
    String version,
    Instant startedAt) {
  TemporalServer server() {
    return new TemporalServer(kind, "127.0.0.1:" + port, ui == 0 ? null : "http://127.0.0.1:" + ui);
  }

  ProcessMark process() {
    return new ProcessMark(pid, mark);
  }
}
