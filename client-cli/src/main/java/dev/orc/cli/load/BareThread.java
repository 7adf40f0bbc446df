package dev.orc.cli.load;

import dev.orc.cli.api.ApiJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread of Codex's app-server: one call. */
final class BareThread implements BareCall, WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Server server;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;
  private int calls;

  private BareThread(Server server) {
    this.server = server;
  }

  static BareThread open(HttpClient client, Server server)
      throws IOException, InterruptedException {
    BareThread thread = new BareThread(server);
    thread.socket =
        done(
            client
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + server.token())
                .buildAsync(server.at("ws", ""), thread));
    thread.call(
        "initialize",
        Map.of("clientInfo", Map.of("name", "orc", "title", "orc load", "version", "1")));
    thread.send(Map.of("method", "initialized", "params", Map.of()));
    thread.call("thread/resume", Map.of("threadId", server.conversation(), "excludeTurns", true));
    return thread;
  }

  @Override
  public void say(String text) throws IOException, InterruptedException {
    call(
        "turn/start",
        Map.of(
            "threadId",
            server.conversation(),
            "input",
            List.of(Map.of("type", "text", "text", text))));
  }

  /** Until the answer is there. */
  private void call(String method, Map<String, Object> params)
      throws IOException, InterruptedException {
    int id = ++calls;
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("id", id);
    call.put("method", method);
    call.put("params", params);
    send(call);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String said = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (said == null) {
        throw new IOException(method + " is not answered");
      }
      if (said.contains("\"id\":" + id + ",") || said.contains("\"id\":" + id + "}")) {
        if (said.contains("\"error\":{")) {
          throw new IOException(method + " is refused: " + said);
        }
        return;
      }
    }
  }

  private void send(Map<String, Object> what) throws IOException, InterruptedException {
    done(socket.sendText(ApiJson.line(what), true));
  }

  private static <T> T done(CompletableFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      heard.add(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
