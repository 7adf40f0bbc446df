package dev.orc.activities.host.tmux;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of a control-mode connection. A reply ends only where time and number of its
 * beginning come again, since a captured screen may hold a line that looks like an end. For one
 * thread.
 */
final class ControlProtocol {
  /** What the lines mean. */
  interface Sink {
    void reply(boolean ok, List<String> lines);

    void notification(String line);

    /** The server has ended the connection. */
    void exit();

    /** A line that belongs nowhere: replies can no longer be told apart. */
    void garbled(String line);
  }

  private final Sink sink;
  private final List<String> lines = new ArrayList<>();
  private String opening;

  ControlProtocol(Sink sink) {
    this.sink = sink;
  }

  void line(String line) {
    if (opening != null) {
      insideBlock(line);
    } else if (line.startsWith("%begin ")) {
      opening = line.substring("%begin ".length());
    } else if (line.equals("%exit") || line.startsWith("%exit ")) {
      sink.exit();
    } else if (line.startsWith("%")) {
      sink.notification(line);
    } else {
      sink.garbled(line);
    }
  }

  /** Whether the last line was in the middle of a reply. */
  boolean insideReply() {
    return opening != null;
  }

  private void insideBlock(String line) {
    boolean ok = line.equals("%end " + opening);
    if (!ok && !line.equals("%error " + opening)) {
      lines.add(line);
      return;
    }
    boolean asked = !opening.endsWith(" 0");
    List<String> body = List.copyOf(lines);
    opening = null;
    lines.clear();
    if (asked) {
      sink.reply(ok, body);
    }
  }
}
