package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.codex.CodexCalls.Refused;
import dev.orc.activities.json.HostJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: whole JSON messages in and out. What is no JSON is left aside, a message without
 * end breaks the connection. Thread-safe; what comes in is told one message at a time.
 */
final class CodexWire implements WebSocket.Listener {
  private static final Logger log = LoggerFactory.getLogger(CodexWire.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A turn's whole history is a few megabytes. */
  private static final int LONGEST = 64 << 20;

  private final Consumer<JsonNode> incoming;
  private final Consumer<String> ended;
  private final int longest;
  private final AtomicBoolean over = new AtomicBoolean();
  private final StringBuilder message = new StringBuilder();
  private final Object sending = new Object();
  private final AtomicBoolean heard = new AtomicBoolean(true);
  private WebSocket socket;

  private CodexWire(Consumer<JsonNode> incoming, Consumer<String> ended, int longest) {
    this.incoming = incoming;
    this.ended = ended;
    this.longest = longest;
  }

  /**
   * @param incoming takes each message; must not wait
   * @param ended is told once why the connection ended, unless {@link #close} ended it
   */
  static CodexWire open(
      HttpClient client,
      URI address,
      String token,
      Consumer<JsonNode> incoming,
      Consumer<String> ended)
      throws IOException, InterruptedException, Refused {
    return open(client, address, token, incoming, ended, LONGEST);
  }

  static CodexWire open(
      HttpClient client,
      URI address,
      String token,
      Consumer<JsonNode> incoming,
      Consumer<String> ended,
      int longest)
      throws IOException, InterruptedException, Refused {
    CodexWire wire = new CodexWire(incoming, ended, longest);
    CompletableFuture<WebSocket> opening =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .connectTimeout(PATIENCE)
            .buildAsync(address, wire);
    try {
      wire.socket = settled(opening);
    } catch (IOException e) {
      CompletableFuture<Void> late = opening.thenAccept(WebSocket::abort);
      log.debug("a connection that comes about after all is nobody's: {}", late);
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        int status = refused.getResponse().statusCode();
        throw new Refused(status, "it lets nobody in: status " + status);
      }
      throw e;
    }
    return wire;
  }

  /** Hands one message over to the system. */
  void send(JsonNode what) throws IOException, InterruptedException {
    // The socket takes the next message only when it has the one before.
    synchronized (sending) {
      try {
        settled(socket.sendText(HostJson.line(what), true));
      } catch (IOException e) {
        breakOff("it takes nothing more: " + e.getMessage());
        throw e;
      }
    }
  }

  /**
   * Asks for a sign of life. A connection that has given none since it was asked before is broken:
   * a server that hangs, or one whose machine slept, ends nothing by itself.
   */
  void beat() throws InterruptedException {
    if (!heard.getAndSet(false)) {
      breakOff("it gives no sign of life");
      return;
    }
    synchronized (sending) {
      try {
        settled(socket.sendPing(ByteBuffer.allocate(0)));
      } catch (IOException e) {
        breakOff("it takes nothing more: " + e.getMessage());
      }
    }
  }

  /** Ends the connection as if it had broken. */
  void breakOff(String why) {
    socket.abort();
    end(why);
  }

  void close() {
    over.set(true);
    socket.abort();
  }

  private static <T> T settled(CompletableFuture<T> future)
      throws IOException, InterruptedException {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      throw new IOException(why, cause);
    } catch (TimeoutException e) {
      throw new IOException("it does not answer", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heard.set(true);
    message.append(data);
    if (message.length() > longest) {
      from.abort();
      end("a message was longer than " + longest + " characters");
      return null;
    }
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      tell(whole);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
    heard.set(true);
    from.request(1);
    return null;
  }

  private void tell(String whole) {
    JsonNode read;
    try {
      read = HostJson.MAPPER.readTree(whole);
    } catch (JsonProcessingException e) {
      log.warn("codex sent what is no JSON: {}", e.getOriginalMessage());
      return;
    }
    if (read != null && read.isObject() && !over.get()) {
      incoming.accept(read);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end("it closed the connection: " + status + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    log.debug("the connection broke", error);
    end("the connection broke: " + error);
  }

  private void end(String why) {
    if (over.compareAndSet(false, true)) {
      ended.accept(why);
    }
  }
}
