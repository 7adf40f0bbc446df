package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Server-sent events of one answer, begun at the first of them. Confined to one thread. */
final class EventWriter implements AutoCloseable {
  private static final long PULSE_MILLIS = 1_000;

  private final HttpExchange exchange;
  private OutputStream out;

  EventWriter(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** An event with a name. */
  void event(String name, Object data) throws IOException {
    write("event: " + name + "\ndata: " + Wire.text(data) + "\n\n");
  }

  /** An event without a name. */
  void data(Object data) throws IOException {
    write("data: " + (data instanceof String text ? text : Wire.text(data)) + "\n\n");
  }

  /** Waits, giving a sign of life now and then; null for none. */
  void think(Duration time, String sign) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    for (long rest = time.toMillis(); rest > 0; rest = (end - System.nanoTime()) / 1_000_000) {
      Pause.millis(Math.min(rest, PULSE_MILLIS));
      if (sign != null) {
        write(sign);
      }
    }
  }

  private void write(String text) throws IOException {
    if (out == null) {
      exchange.getResponseHeaders().set("content-type", "text/event-stream");
      exchange.getResponseHeaders().set("cache-control", "no-cache");
      exchange.sendResponseHeaders(200, 0);
      out = exchange.getResponseBody();
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
