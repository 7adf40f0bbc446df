package dev.orc.worker.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One listener to the server-sent events. Events are offered by the hub's thread and written by the
 * listener's own; one that reads too slowly is dropped.
 */
final class Subscriber {
  private static final int QUEUE = 2_000;
  private static final long PING_SECONDS = 15;

  private final HttpExchange exchange;
  private final String project;
  private final BlockingQueue<String> events = new ArrayBlockingQueue<>(QUEUE);

  /** What it was told last; touched by the hub's thread alone. */
  private final Map<String, String> told = new HashMap<>();

  private final Map<String, Long> heard = new HashMap<>();
  private volatile boolean gone;
  private Thread writer;

  /**
   * @param project empty for all
   */
  Subscriber(HttpExchange exchange, String project) {
    this.exchange = exchange;
    this.project = project;
  }

  boolean wants(String one) {
    return project.isEmpty() || project.equals(one);
  }

  boolean gone() {
    return gone;
  }

  void status(String of, String json) {
    if (!json.equals(told.put(of, json))) {
      offer("event: status\ndata: " + json + "\n\n");
    }
  }

  /** The first number that is offered is where it begins to listen. */
  boolean begins(String of, long number) {
    return heard.putIfAbsent(of, number) == null;
  }

  void timeline(String of, long number, String json) {
    if (number > heard.getOrDefault(of, 0L)) {
      heard.put(of, number);
      offer("event: timeline\nid: " + number + "\ndata: " + json + "\n\n");
    }
  }

  /** Writes until the listener has gone away. */
  void write() {
    writtenBy(Thread.currentThread());
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      send(out, ": welcome\n\n");
      while (!gone) {
        String event = events.poll(PING_SECONDS, TimeUnit.SECONDS);
        send(out, event == null ? "event: ping\ndata: {}\n\n" : event);
      }
    } catch (IOException wentAway) {
      gone = true;
    } catch (InterruptedException closing) {
      gone = true;
      Thread.currentThread().interrupt();
    } finally {
      writtenBy(null);
    }
  }

  private void offer(String event) {
    if (!events.offer(event) && !gone) {
      gone = true;
      letGo();
    }
  }

  /** Whoever stopped reading holds the writer in its write; an interrupt closes the connection. */
  private synchronized void letGo() {
    if (writer != null) {
      writer.interrupt();
    }
  }

  private synchronized void writtenBy(Thread thread) {
    writer = thread;
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
