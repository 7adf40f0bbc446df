package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.codex.CodexCalls.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A greeted connection to the server and the calls that orc makes on it. Thread-safe. */
final class CodexLink {
  private static final int PAGE = 20;

  /** So many turns are looked through for a letter: no doubt is older. */
  private static final int PAGES = 50;

  private final CodexCalls calls;
  private final CodexWire wire;
  private final String version;

  private CodexLink(CodexCalls calls, CodexWire wire, String version) {
    this.calls = calls;
    this.wire = wire;
    this.version = version;
  }

  /**
   * @param incoming takes what the server says by itself
   * @param ended is told why the connection ended, unless {@link #close} ended it
   */
  static CodexLink open(
      HttpClient client,
      URI address,
      String token,
      Consumer<JsonNode> incoming,
      Consumer<String> ended)
      throws IOException, InterruptedException, Refused {
    Wiretap tap = new Wiretap(incoming, ended);
    CodexWire wire = CodexWire.open(client, address, token, tap::hear, tap::end);
    CodexCalls calls = tap.connected(wire);
    try {
      JsonNode greeting = calls.call("initialize", hello());
      calls.tell("initialized");
      return new CodexLink(calls, wire, greeting.path("userAgent").asText(""));
    } catch (IOException | InterruptedException | Refused e) {
      wire.close();
      throw e;
    }
  }

  private static ObjectNode hello() {
    ObjectNode params = object();
    params.putObject("clientInfo").put("name", "orc").put("title", "orc").put("version", "1");
    params
        .putObject("capabilities")
        .put("experimentalApi", true)
        .putArray("optOutNotificationMethods")
        .add("item/agentMessage/delta")
        .add("item/reasoning/textDelta")
        .add("item/reasoning/summaryTextDelta")
        .add("item/commandExecution/outputDelta")
        .add("item/fileChange/outputDelta");
    return params;
  }

  /** As the server names itself and its version. */
  String version() {
    return version;
  }

  /** Begins a conversation that others can attach to from now on. */
  String begin(String worktree, String title) throws IOException, InterruptedException, Refused {
    JsonNode begun = calls.call("thread/start", object().put("cwd", worktree));
    String thread = begun.path("thread").path("id").asText("");
    // Only with a name (or a turn) is it written down, and can be attached to.
    calls.call("thread/name/set", object().put("threadId", thread).put("name", title));
    return thread;
  }

  /** Takes a conversation up, and hears of it from now on; answers what it does. */
  JsonNode resume(String thread) throws IOException, InterruptedException, Refused {
    ObjectNode params = object().put("threadId", thread).put("excludeTurns", true);
    return calls.call("thread/resume", params).path("thread").path("status");
  }

  /** Answers the turn that it has become part of: a new one, or the one that runs. */
  String startTurn(String thread, String messageId, String text)
      throws IOException, InterruptedException, Refused {
    JsonNode turn = calls.call("turn/start", letter(thread, messageId, text)).path("turn");
    return turn.path("id").asText("");
  }

  void steer(String thread, String turn, String messageId, String text)
      throws IOException, InterruptedException, Refused {
    calls.call("turn/steer", letter(thread, messageId, text).put("expectedTurnId", turn));
  }

  void queue(String thread, String messageId, String text)
      throws IOException, InterruptedException, Refused {
    calls.call("thread/queue/add", letter(thread, messageId, text));
  }

  void answer(JsonNode request, JsonNode result) throws IOException, InterruptedException {
    calls.answer(request, result);
  }

  /** The newest turns, newest first. */
  List<JsonNode> lastTurns(String thread) throws IOException, InterruptedException, Refused {
    return list(page(thread, null));
  }

  /** Whether the message is in the conversation; empty when it is too long to say. */
  Optional<Boolean> holds(String thread, String messageId)
      throws IOException, InterruptedException, Refused {
    String cursor = null;
    for (int i = 0; i < PAGES; i++) {
      JsonNode page = page(thread, cursor);
      if (list(page).stream().anyMatch(turn -> holds(turn, messageId))) {
        return Optional.of(true);
      }
      cursor = page.path("nextCursor").textValue();
      if (cursor == null) {
        return Optional.of(false);
      }
    }
    return Optional.empty();
  }

  /** Whether the message waits in the server's queue. */
  boolean queued(String thread, String messageId)
      throws IOException, InterruptedException, Refused {
    ObjectNode params = object().put("threadId", thread).put("limit", 1000);
    return list(calls.call("thread/queue/list", params)).stream()
        .anyMatch(one -> one.path("clientUserMessageId").asText().equals(messageId));
  }

  /** Asks the server for a sign of life, without which the connection breaks at the next time. */
  void beat() throws InterruptedException {
    wire.beat();
  }

  void breakOff(String why) {
    wire.breakOff(why);
  }

  void close() {
    calls.end("the channel is closed");
    wire.close();
  }

  private JsonNode page(String thread, String cursor)
      throws IOException, InterruptedException, Refused {
    ObjectNode params = object().put("threadId", thread).put("limit", PAGE);
    params.put("itemsView", "full").put("cursor", cursor);
    return calls.call("thread/turns/list", params);
  }

  private static boolean holds(JsonNode turn, String messageId) {
    return StreamSupport.stream(turn.path("items").spliterator(), false)
        .anyMatch(item -> item.path("clientId").asText().equals(messageId));
  }

  private static List<JsonNode> list(JsonNode page) {
    List<JsonNode> found = new ArrayList<>();
    page.path("data").forEach(found::add);
    return found;
  }

  private static ObjectNode letter(String thread, String messageId, String text) {
    ObjectNode params = object().put("threadId", thread).put("clientUserMessageId", messageId);
    params.putArray("input").addObject().put("type", "text").put("text", text);
    return params;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Parts the answers to our calls from what the server says by itself. */
  private static final class Wiretap {
    private final Consumer<JsonNode> incoming;
    private final Consumer<String> ended;
    private volatile CodexWire wire;
    private final CodexCalls calls = new CodexCalls(message -> wire.send(message));

    Wiretap(Consumer<JsonNode> incoming, Consumer<String> ended) {
      this.incoming = incoming;
      this.ended = ended;
    }

    CodexCalls connected(CodexWire to) {
      wire = to;
      return calls;
    }

    void hear(JsonNode message) {
      if (!calls.heard(message)) {
        incoming.accept(message);
      }
    }

    void end(String why) {
      calls.end(why);
      ended.accept(why);
    }
  }
}
