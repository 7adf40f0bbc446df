package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** What every vendor's page does alike: read, note, refuse or answer. Thread-safe. */
abstract class VendorPage {
  private final Controls controls;
  private final Seen seen;
  private final Mind mind;

  VendorPage(Controls controls, Seen seen, Mind mind) {
    this.controls = controls;
    this.seen = seen;
    this.mind = mind;
  }

  final Controls controls() {
    return controls;
  }

  /** Answers one request of this vendor's protocol. */
  final void serve(HttpExchange exchange) throws IOException, InterruptedException {
    Map<String, Object> request = Wire.body(exchange);
    Talk talk = talk(request);
    Mood mood = controls.take(!talk.aside());
    seen.note(controls.now(), exchange.getRequestURI().getPath(), mood, talk);
    headers(exchange);
    if (mood == Mood.HANGING) {
      controls.hang();
    } else if (mood != Mood.FINE) {
      refuse(exchange, mood);
      return;
    }
    Move move = mind.next(talk);
    boolean byShell = move instanceof Move.Write && !writes(talk);
    answer(exchange, request, talk, byShell ? ((Move.Write) move).asRun() : move);
  }

  /** Whether files are written by a tool of the program's own, and not by its shell. */
  boolean writes(Talk talk) {
    return false;
  }

  abstract Talk talk(Map<String, Object> request);

  /** What this vendor tells of limits with every answer. */
  void headers(HttpExchange exchange) {}

  abstract void refuse(HttpExchange exchange, Mood mood) throws IOException;

  abstract void answer(HttpExchange exchange, Map<String, Object> request, Talk talk, Move move)
      throws IOException;

  static void header(HttpExchange exchange, String name, Object value) {
    exchange.getResponseHeaders().set(name, String.valueOf(value));
  }
}
