package dev.orc.cli.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Server-sent events, one after the other. Not thread-safe. */
public final class EventStream implements AutoCloseable {
  /** The worker pings every 15 seconds; three missed pings mean that it is gone. */
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

  private final HttpCall call;
  private final InputStream body;

  EventStream(HttpCall call, InputStream body) {
    this.call = call;
    this.body = new BufferedInputStream(body);
  }

  /** An event: what it is called and what it carries. */
  public record Event(String name, String data) {
    public byte[] json() {
      return data.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Waits for the next event; empty when the worker has ended the stream. */
  public Optional<Event> next() throws IOException {
    String name = "message";
    StringBuilder data = new StringBuilder();
    try {
      while (true) {
        String line = eventLine();
        if (line.isEmpty() && !data.isEmpty()) {
          return Optional.of(new Event(name, data.toString()));
        } else if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
        } else if (line.isEmpty()) {
          name = "message";
        }
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /** As {@link #next()}, but empty also when nothing has come until then. */
  public Optional<Event> next(Instant until) throws IOException {
    long left = Duration.between(Instant.now(), until).toMillis();
    if (left <= 0) {
      return Optional.empty();
    }
    call.patience(Duration.ofMillis(Math.min(left, LONGEST_SILENCE.toMillis())));
    try {
      return next();
    } catch (SocketTimeoutException e) {
      if (left > LONGEST_SILENCE.toMillis()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      call.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket could not be closed", e);
    }
  }

  private String eventLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int c = body.read(); c != '\n'; c = body.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
