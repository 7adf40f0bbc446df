package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.json.HostJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads server-sent events, one after another. What is no JSON is left aside. One thread reads; any
 * thread may ask how it stands, and close it.
 */
final class OpenCodeEvents implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenCodeEvents.class);

  private static final String HEARTBEAT = "server.heartbeat";

  /** A whole file may be in one event. */
  private static final int LONGEST = 64 << 20;

  private final InputStream in;
  private final int longest;
  private final byte[] chunk = new byte[16384];
  private volatile long lastReadNanos = System.nanoTime();
  private volatile boolean beats;
  private int from;
  private int to;

  OpenCodeEvents(InputStream in) {
    this(in, LONGEST);
  }

  OpenCodeEvents(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Tells every event until the stream ends; answers why it ended. */
  String readTo(Consumer<JsonNode> incoming) {
    StringBuilder data = new StringBuilder();
    try {
      for (String line = line(); line != null; line = line()) {
        if (line.isEmpty()) {
          tell(data, incoming);
        } else if (line.startsWith("data:")) {
          String more = line.substring(line.startsWith("data: ") ? 6 : 5);
          data.append(data.length() == 0 ? "" : "\n").append(more);
          if (data.length() > longest) {
            throw new IOException("an event was longer than " + longest + " characters");
          }
        }
      }
      return "the server ended its events";
    } catch (IOException e) {
      return e.getMessage() == null ? "the events broke off" : e.getMessage();
    }
  }

  private void tell(StringBuilder data, Consumer<JsonNode> incoming) {
    if (data.length() == 0) {
      return;
    }
    String whole = data.toString();
    data.setLength(0);
    try {
      JsonNode read = HostJson.MAPPER.readTree(whole);
      if (read.isObject()) {
        beats |= read.path("type").asText().equals(HEARTBEAT);
        incoming.accept(read);
      }
    } catch (JsonProcessingException e) {
      log.warn("opencode sent what is no JSON: {}", e.getOriginalMessage());
    }
  }

  /** How long nothing has come. */
  Duration quietFor() {
    return Duration.ofNanos(System.nanoTime() - lastReadNanos);
  }

  /** Whether the server gives signs of life in it, as it has done once at least. */
  boolean beats() {
    return beats;
  }

  /** Ends the reading, too. */
  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      log.debug("the events were over already", e);
    }
  }

  /** The next line without its end; null at the end. What has no end is no line. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (from == to) {
        from = 0;
        to = in.read(chunk);
        lastReadNanos = System.nanoTime();
        if (to < 0) {
          to = 0;
          return null;
        }
      }
      int start = from;
      while (from < to && chunk[from] != '\n') {
        from++;
      }
      line.write(chunk, start, from - start);
      if (line.size() > longest) {
        throw new IOException("a line was longer than " + longest + " bytes");
      }
      if (from < to) {
        from++;
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
    }
  }
}
