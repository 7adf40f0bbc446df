package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.json.HostJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The calls that orc makes on one server, for one worktree. Thread-safe. */
final class OpenCodeServer {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_REASON = 200;

  private final HttpClient client;
  private final String address;
  private final String authorization;
  private final String directory;

  OpenCodeServer(HttpClient client, int port, String password, String worktree) {
    this.client = client;
    this.address = "http://127.0.0.1:" + port;
    byte[] login = ("opencode:" + password).getBytes(StandardCharsets.UTF_8);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(login);
    this.directory = "?directory=" + URLEncoder.encode(worktree, StandardCharsets.UTF_8);
  }

  String address() {
    return address;
  }

  /** What the sessions that are not idle do; answers soon or not at all. */
  JsonNode statuses(Duration within) throws IOException, InterruptedException, ServerRefused {
    return call("GET", "/session/status", null, within);
  }

  String begin(String title) throws IOException, InterruptedException, ServerRefused {
    JsonNode session = post("/session", object().put("title", title));
    String id = session.path("id").asText("");
    if (!id.startsWith("ses")) {
      throw new IOException("it began no session");
    }
    return id;
  }

  JsonNode session(String id) throws IOException, InterruptedException, ServerRefused {
    return get("/session/" + id);
  }

  JsonNode children(String id) throws IOException, InterruptedException, ServerRefused {
    return get("/session/" + id + "/children");
  }

  JsonNode messages(String session, int last)
      throws IOException, InterruptedException, ServerRefused {
    return call("GET", "/session/" + session + "/message", null, PATIENCE, "&limit=" + last);
  }

  boolean holds(String session, String message) throws IOException, InterruptedException {
    try {
      return get("/session/" + session + "/message/" + message).isObject();
    } catch (ServerRefused e) {
      if (e.isNotFound()) {
        return false;
      }
      throw new IOException(e.getMessage(), e);
    }
  }

  void prompt(String session, String message, String text)
      throws IOException, InterruptedException, ServerRefused {
    ObjectNode body = object().put("messageID", message);
    body.putArray("parts").addObject().put("type", "text").put("text", text);
    post("/session/" + session + "/prompt_async", body);
  }

  JsonNode permissions() throws IOException, InterruptedException, ServerRefused {
    return get("/permission");
  }

  JsonNode questions() throws IOException, InterruptedException, ServerRefused {
    return get("/question");
  }

  void answer(String path, ObjectNode answer)
      throws IOException, InterruptedException, ServerRefused {
    post(path, answer);
  }

  /** What the server tells from now on, until it is closed. */
  InputStream events() throws IOException, InterruptedException, ServerRefused {
    HttpRequest request =
        request("/event", "").GET().header("Accept", "text/event-stream").timeout(PATIENCE).build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new ServerRefused(response.statusCode(), "");
    }
    return response.body();
  }

  private JsonNode get(String path) throws IOException, InterruptedException, ServerRefused {
    return call("GET", path, null, PATIENCE);
  }

  private JsonNode post(String path, ObjectNode body)
      throws IOException, InterruptedException, ServerRefused {
    return call("POST", path, body, PATIENCE);
  }

  private JsonNode call(String method, String path, ObjectNode body, Duration within)
      throws IOException, InterruptedException, ServerRefused {
    return call(method, path, body, within, "");
  }

  private JsonNode call(String method, String path, ObjectNode body, Duration within, String more)
      throws IOException, InterruptedException, ServerRefused {
    HttpRequest.Builder request = request(path, more).timeout(within);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(HostJson.line(body)));
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new ServerRefused(response.statusCode(), reason(response.body()));
    }
    return read(response.body());
  }

  private HttpRequest.Builder request(String path, String more) {
    return HttpRequest.newBuilder(URI.create(address + path + directory + more))
        .header("Authorization", authorization);
  }

  private static JsonNode read(String body) throws IOException {
    try {
      return body.isBlank() ? MissingNode.getInstance() : HostJson.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("it answered with no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String reason(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
