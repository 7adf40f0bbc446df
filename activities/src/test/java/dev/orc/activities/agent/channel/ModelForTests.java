package dev.orc.activities.agent.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orc.activities.json.HostJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model on loopback that speaks OpenAI's two protocols and does what its last prompt says: {@code
 * RUN(command)}, {@code ASK(command)} outside the sandbox, {@code HOLD()} until {@link #release},
 * {@code LIMIT()}, {@code QUOTA()}, {@code ERROR(status)}.
 */
public final class ModelForTests implements AutoCloseable {
  private static final Pattern TODO =
      Pattern.compile("(RUN|ASK|HOLD|LIMIT|QUOTA|ERROR)\\((.*?)\\)END", Pattern.DOTALL);

  private final HttpServer server;
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(1);

  public ModelForTests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "model");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** The last prompt of each request, in the order in which they came. */
  public List<String> prompts() {
    return List.copyOf(prompts);
  }

  /** Lets everything go on that is held, and what has been asked for and is still on its way. */
  public void release() {
    held.countDown();
  }

  /** As if nothing had been asked yet; what comes now is held again. */
  public void forget() {
    prompts.clear();
    held = new CountDownLatch(1);
  }

  @Override
  public void close() {
    held.countDown();
    server.stop(0);
  }

  private record Asked(List<String> users, boolean toolRan, JsonNode tools) {
    String last() {
      return users.isEmpty() ? "" : users.get(users.size() - 1);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestMethod().equals("POST")) {
        json(exchange, 200, "{\"object\":\"list\",\"data\":[],\"models\":[]}");
        return;
      }
      JsonNode request = HostJson.MAPPER.readTree(body);
      boolean responses = path.endsWith("/responses");
      Asked asked = responses ? responses(request) : chat(request);
      prompts.add(asked.last());
      Matcher todo = TODO.matcher(asked.last());
      String what = todo.find() ? todo.group(1) : "SAY";
      String with = what.equals("SAY") ? "" : todo.group(2);
      CountDownLatch until = what.equals("HOLD") ? held : new CountDownLatch(0);
      if (!refused(exchange, what, with)) {
        boolean run = !asked.toolRan() && (what.equals("RUN") || what.equals("ASK"));
        String call = run ? with : null;
        if (responses) {
          sayResponses(exchange, asked, call, what.equals("ASK"), until);
        } else {
          sayChat(exchange, call, until);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean refused(HttpExchange exchange, String what, String with)
      throws IOException {
    switch (what) {
      case "LIMIT" -> {
        long resets = Instant.now().getEpochSecond() + 7200;
        exchange.getResponseHeaders().add("x-codex-primary-used-percent", "100");
        exchange.getResponseHeaders().add("x-codex-primary-window-minutes", "300");
        exchange.getResponseHeaders().add("x-codex-primary-reset-at", Long.toString(resets));
        json(
            exchange,
            429,
            "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"The usage limit has been"
                + " reached\",\"plan_type\":\"plus\",\"resets_at\":"
                + resets
                + "}}");
      }
      case "QUOTA" ->
          json(
              exchange,
              429,
              "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\","
                  + "\"message\":\"You exceeded your current quota\"}}");
      case "ERROR" ->
          json(
              exchange,
              Integer.parseInt(with),
              "{\"error\":{\"type\":\"" + type(with) + "\",\"message\":\"It broke\"}}");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Programs repeat by it what may pass, and give up on the rest. */
  private static String type(String status) {
    return status.startsWith("5")
        ? "server_error"
        : status.equals("429") ? "rate_limit_error" : "invalid_request_error";
  }

  private static Asked responses(JsonNode request) {
    List<String> users = new ArrayList<>();
    boolean ran = false;
    for (JsonNode item : request.path("input")) {
      String type = item.path("type").asText("message");
      String text = text(item.path("content"));
      if (type.equals("message") && item.path("role").asText().equals("user")) {
        if (!text.startsWith("<") && !text.startsWith("# AGENTS.md")) {
          users.add(text);
          ran = false;
        }
      } else if (type.endsWith("_output")) {
        ran = true;
      }
    }
    return new Asked(users, ran, request.path("tools"));
  }

  private static Asked chat(JsonNode request) {
    List<String> users = new ArrayList<>();
    boolean ran = false;
    for (JsonNode message : request.path("messages")) {
      if (message.path("role").asText().equals("user")) {
        users.add(text(message.path("content")));
        ran = false;
      } else if (message.path("role").asText().equals("tool")) {
        ran = true;
      }
    }
    return new Asked(users, ran, request.path("tools"));
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    List<String> parts = new ArrayList<>();
    content.forEach(part -> parts.add(part.path("text").asText("")));
    return String.join("\n", parts);
  }

  private static void sayResponses(
      HttpExchange exchange, Asked asked, String command, boolean outside, CountDownLatch until)
      throws IOException, InterruptedException {
    ObjectNode item = object();
    if (command == null) {
      item.put("type", "message").put("id", "msg_1").put("role", "assistant");
      item.put("status", "completed");
      item.putArray("content").addObject().put("type", "output_text").put("text", "I hear you.");
    } else {
      call(item, asked, command, outside);
    }
    ObjectNode done = object().put("type", "response.completed");
    ObjectNode response = done.putObject("response").put("id", "resp_1").put("status", "completed");
    response.set("output", JsonNodeFactory.instance.arrayNode().add(item));
    ObjectNode usage = response.putObject("usage");
    usage.put("input_tokens", 1000).put("output_tokens", 20).put("total_tokens", 1020);
    ObjectNode created = object().put("type", "response.created");
    created.putObject("response").put("id", "resp_1").put("status", "in_progress");
    ObjectNode itemDone = object().put("type", "response.output_item.done").put("output_index", 0);
    itemDone.set("item", item);
    try (OutputStream out = stream(exchange)) {
      event(out, created);
      await(until);
      event(out, itemDone);
      event(out, done);
    }
  }

  /** A model that thinks has begun its answer: programs break off only what has begun. */
  private static void await(CountDownLatch until) throws IOException, InterruptedException {
    if (!until.await(5, TimeUnit.MINUTES)) {
      throw new IOException("nobody released it");
    }
  }

  private static void call(ObjectNode item, Asked asked, String command, boolean outside) {
    ObjectNode arguments = object();
    String name = "shell";
    for (JsonNode tool : asked.tools()) {
      String offered = tool.path("name").asText();
      if (offered.equals("exec_command") || offered.equals("shell_command")) {
        name = offered;
      }
    }
    arguments.put(name.equals("exec_command") ? "cmd" : "command", command);
    if (outside) {
      arguments.put("sandbox_permissions", "require_escalated");
      arguments.put("justification", "May I run this outside the sandbox?");
    }
    item.put("type", "function_call").put("id", "fc_1").put("status", "completed");
    item.put("call_id", "call_" + System.nanoTime()).put("name", name);
    item.put("arguments", HostJson.line(arguments));
  }

  private static void sayChat(HttpExchange exchange, String command, CountDownLatch until)
      throws IOException, InterruptedException {
    try (OutputStream out = stream(exchange)) {
      event(out, "data: " + HostJson.line(chunk(object().put("role", "assistant"), null)));
      await(until);
      ObjectNode delta = object().put("role", "assistant");
      if (command == null) {
        delta.put("content", "I hear you.");
      } else {
        ObjectNode call = delta.putArray("tool_calls").addObject().put("index", 0);
        call.put("id", "call_" + System.nanoTime()).put("type", "function");
        ObjectNode arguments = object().put("command", command).put("description", "Runs it");
        call.putObject("function").put("name", "bash").put("arguments", HostJson.line(arguments));
      }
      event(out, "data: " + HostJson.line(chunk(delta, null)));
      event(
          out, "data: " + HostJson.line(chunk(object(), command == null ? "stop" : "tool_calls")));
      ObjectNode last = chunk(null, null);
      ObjectNode usage = last.putObject("usage");
      usage.put("prompt_tokens", 1000).put("completion_tokens", 20).put("total_tokens", 1020);
      event(out, "data: " + HostJson.line(last));
      event(out, "data: [DONE]");
    }
  }

  private static ObjectNode chunk(ObjectNode delta, String finish) {
    ObjectNode chunk = object().put("id", "chat_1").put("object", "chat.completion.chunk");
    chunk.put("created", 1).put("model", "test");
    ArrayNode choices = chunk.putArray("choices");
    if (delta != null) {
      ObjectNode choice = choices.addObject().put("index", 0).put("finish_reason", finish);
      choice.set("delta", delta);
    }
    return chunk;
  }

  private static OutputStream stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("content-type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void event(OutputStream out, ObjectNode event) throws IOException {
    event(out, "event: " + event.path("type").asText() + "\ndata: " + HostJson.line(event));
  }

  private static void event(OutputStream out, String text) throws IOException {
    out.write((text + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
