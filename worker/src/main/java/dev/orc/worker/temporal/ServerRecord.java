package dev.orc.worker.temporal;

import dev.orc.base.process.ProcessMark;
import java.time.Instant;

/**
 * The server that we started, as {@code server.json} tells whoever comes next.
 *
 * @param mark tells the process from a later one with the same pid
 * @param ui port of the web UI; 0 when it has none
 * @param uiHost the address at which it listens; null for 127.0.0.1
 * @param door the port at which its owner is let in to it; 0 where there is no such door
 * @param version of the program; null for the embedded server
 */
record ServerRecord(
    TemporalServer.Kind kind,
    long pid,
    String mark,
    int port,
    int ui,
    int door,
    String uiHost,
    String version,
    Instant startedAt) {
  TemporalServer server() {
    int shown = door == 0 ? ui : door;
    return new TemporalServer(
        kind, "127.0.0.1:" + port, shown == 0 ? null : "http://127.0.0.1:" + shown);
  }

  /** Where the web UI itself listens. */
  String uiAddress() {
    return (uiHost == null ? LoopbackAddress.USUAL : uiHost) + ":" + ui;
  }

  ProcessMark process() {
    return new ProcessMark(pid, mark);
  }
}
