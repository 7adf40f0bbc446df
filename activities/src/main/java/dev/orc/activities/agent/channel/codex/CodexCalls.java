package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Questions to the server and its answers, over one connection. Thread-safe. */
final class CodexCalls {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Sends one message. */
  @FunctionalInterface
  interface Out {
    void send(JsonNode message) throws IOException, InterruptedException;
  }

  private final Out out;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private volatile String ended;

  CodexCalls(Out out) {
    this.out = out;
  }

  /**
   * @throws Refused when the server answers with an error
   * @throws IOException when nothing says whether the server has done it
   */
  JsonNode call(String method, ObjectNode params)
      throws IOException, InterruptedException, Refused {
    long id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    try {
      if (ended != null) {
        throw new IOException(ended);
      }
      out.send(message(method, params).put("id", id));
      return answered(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException(method + " was not answered within " + PATIENCE.toSeconds() + " s", e);
    } finally {
      waiting.remove(id);
    }
  }

  void tell(String method) throws IOException, InterruptedException {
    out.send(message(method, JsonNodeFactory.instance.objectNode()));
  }

  /** Answers what the server has asked. */
  void answer(JsonNode id, JsonNode result) throws IOException, InterruptedException {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("id", id);
    message.set("result", result);
    out.send(message);
  }

  /** Takes in a message if it answers a call. */
  boolean heard(JsonNode message) {
    if (message.has("method") || !message.path("id").isIntegralNumber()) {
      return false;
    }
    CompletableFuture<JsonNode> answer = waiting.get(message.get("id").longValue());
    if (answer != null) {
      answer.complete(message);
    }
    return true;
  }

  /** Nothing will be answered any more. */
  void end(String why) {
    ended = why;
    waiting.values().forEach(answer -> answer.completeExceptionally(new IOException(why)));
  }

  private static ObjectNode message(String method, ObjectNode params) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("method", method);
    message.set("params", params);
    return message;
  }

  private static JsonNode answered(JsonNode message) throws Refused {
    JsonNode error = message.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw new Refused(error.path("code").asInt(), error.path("message").asText("no reason"));
    }
    return message.path("result");
  }

  /** The server has answered with an error, and has not done what it was asked. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NO_SUCH_METHOD = -32601;

    private final int code;

    Refused(int code, String why) {
      super(why);
      this.code = code;
    }

    /** Whether this version does not know the call, or not in this form. */
    boolean isUnknownCall() {
      return code == NO_SUCH_METHOD || getMessage().contains("unknown variant");
    }
  }
}
