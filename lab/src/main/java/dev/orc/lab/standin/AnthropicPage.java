package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Anthropic's Messages, streamed and not. Thread-safe. */
final class AnthropicPage extends VendorPage {
  private static final String SHELL = "Bash";
  private static final String PING = "event: ping\ndata: {\"type\": \"ping\"}\n\n";
  private static final Pattern SUMMARY =
      Pattern.compile("create a detailed summary of (?:the|our) conversation");

  AnthropicPage(Controls controls, Seen seen, Mind mind) {
    super(controls, seen, mind);
  }

  @Override
  Talk talk(Map<String, Object> request) {
    List<String> texts = new ArrayList<>();
    Map<String, String> commands = new LinkedHashMap<>();
    Map<String, String> results = new LinkedHashMap<>();
    for (Object message : Fields.list(request, "messages")) {
      Object content = Fields.get(message, "content");
      if (Fields.text(message, "role").equals("assistant")) {
        commands.putAll(commands(content));
      } else {
        texts.addAll(Fields.texts(content));
        results.putAll(results(content));
      }
    }
    Set<String> tools =
        Fields.list(request, "tools").stream()
            .map(tool -> Fields.text(tool, "name"))
            .collect(Collectors.toSet());
    List<ToolCall> calls = new ArrayList<>();
    commands.forEach((id, command) -> calls.add(new ToolCall(command, results.get(id))));
    boolean summary = !texts.isEmpty() && SUMMARY.matcher(texts.get(texts.size() - 1)).find();
    return new Talk(texts, calls, tools, summary || !tools.contains(SHELL));
  }

  private static Map<String, String> commands(Object content) {
    Map<String, String> commands = new LinkedHashMap<>();
    if (content instanceof List<?> blocks) {
      for (Object block : blocks) {
        if (Fields.text(block, "type").equals("tool_use")) {
          commands.put(
              Fields.text(block, "id"), Fields.text(Fields.get(block, "input"), "command"));
        }
      }
    }
    return commands;
  }

  private static Map<String, String> results(Object content) {
    Map<String, String> results = new LinkedHashMap<>();
    if (content instanceof List<?> blocks) {
      for (Object block : blocks) {
        if (Fields.text(block, "type").equals("tool_result")) {
          results.put(Fields.text(block, "tool_use_id"), Fields.flat(Fields.get(block, "content")));
        }
      }
    }
    return results;
  }

  @Override
  void headers(HttpExchange exchange) {
    if (controls().usedPercent() >= 0) {
      limits(exchange, Mood.FINE);
    }
  }

  private void limits(HttpExchange exchange, Mood mood) {
    String prefix = "anthropic-ratelimit-unified-";
    long hours = controls().now().plus(Duration.ofHours(3)).getEpochSecond();
    long week = controls().now().plus(Duration.ofDays(4)).getEpochSecond();
    long resets = controls().resets().getEpochSecond();
    boolean weekly = mood == Mood.WEEKLY_LIMITED;
    boolean rejected = mood.isLimit();
    String used = String.valueOf(Math.max(0, controls().usedPercent()) / 100.0);
    header(exchange, prefix + "status", rejected ? "rejected" : "allowed");
    header(exchange, prefix + "reset", rejected ? resets : hours);
    header(exchange, prefix + "representative-claim", weekly ? "seven_day" : "five_hour");
    header(exchange, prefix + "5h-status", rejected && !weekly ? "rejected" : "allowed");
    header(exchange, prefix + "5h-reset", rejected && !weekly ? resets : hours);
    header(exchange, prefix + "5h-utilization", rejected && !weekly ? "1.0" : used);
    header(exchange, prefix + "7d-status", weekly ? "rejected" : "allowed");
    header(exchange, prefix + "7d-reset", weekly ? resets : week);
    header(exchange, prefix + "7d-utilization", weekly ? "1.0" : "0.3");
    header(exchange, prefix + "overage-status", "rejected");
    header(exchange, prefix + "overage-disabled-reason", "org_level_disabled");
    header(exchange, prefix + "fallback-percentage", "0.5");
  }

  @Override
  void refuse(HttpExchange exchange, Mood mood) throws IOException {
    switch (mood) {
      case LIMITED, WEEKLY_LIMITED -> {
        limits(exchange, mood);
        Duration wait = Duration.between(controls().now(), controls().resets());
        header(exchange, "retry-after", Math.max(1, wait.toSeconds()));
        header(exchange, "x-should-retry", "false");
        error(
            exchange,
            429,
            "rate_limit_error",
            "This request would exceed your account's rate limit. Please try again later.");
      }
      case RATE -> {
        header(exchange, "retry-after", 2);
        error(
            exchange,
            429,
            "rate_limit_error",
            "Number of request tokens has exceeded your per-minute rate limit");
      }
      case OVERLOADED -> error(exchange, 529, "overloaded_error", "Overloaded");
      case UNAUTHORIZED -> error(exchange, 401, "authentication_error", "invalid x-api-key");
      case OUT_OF_CREDIT ->
          error(
              exchange,
              400,
              "invalid_request_error",
              "Your credit balance is too low to access the Anthropic API. Please go to Plans &"
                  + " Billing to upgrade or purchase credits.");
      default -> error(exchange, 500, "api_error", "Internal server error");
    }
  }

  private static void error(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    Object error = Fields.of("type", type, "message", message);
    Wire.answer(exchange, status, Fields.of("type", "error", "error", error));
  }

  @Override
  void answer(HttpExchange exchange, Map<String, Object> request, Talk talk, Move move)
      throws IOException {
    if (Boolean.TRUE.equals(request.get("stream"))) {
      try (EventWriter events = new EventWriter(exchange)) {
        stream(events, request, move);
      }
      return;
    }
    Pause.millis(move.thinks().toMillis());
    Map<String, Object> message = message(request, List.of(block(move, true)));
    message.put("stop_reason", stop(move));
    Wire.answer(exchange, 200, message);
  }

  private void stream(EventWriter events, Map<String, Object> request, Move move)
      throws IOException {
    Object message = message(request, List.of());
    events.event("message_start", Fields.of("type", "message_start", "message", message));
    events.think(move.thinks(), PING);
    events.event(
        "content_block_start",
        Fields.of("type", "content_block_start", "index", 0, "content_block", block(move, false)));
    for (Object delta : deltas(move)) {
      events.event(
          "content_block_delta",
          Fields.of("type", "content_block_delta", "index", 0, "delta", delta));
    }
    events.event("content_block_stop", Fields.of("type", "content_block_stop", "index", 0));
    Object end = Fields.of("stop_reason", stop(move), "stop_sequence", null);
    events.event(
        "message_delta",
        Fields.of("type", "message_delta", "delta", end, "usage", Fields.of("output_tokens", 25)));
    events.event("message_stop", Fields.of("type", "message_stop"));
  }

  private static List<Object> deltas(Move move) throws IOException {
    if (move instanceof Move.Run run) {
      return List.of(Fields.of("type", "input_json_delta", "partial_json", Wire.text(input(run))));
    }
    List<Object> deltas = new ArrayList<>();
    for (String piece : Pieces.of(((Move.Say) move).text())) {
      deltas.add(Fields.of("type", "text_delta", "text", piece));
    }
    return deltas;
  }

  private static Object block(Move move, boolean filled) {
    if (move instanceof Move.Run run) {
      String id = "toolu_" + id();
      Object input = filled ? input(run) : Map.of();
      return Fields.of("type", "tool_use", "id", id, "name", SHELL, "input", input);
    }
    return Fields.of("type", "text", "text", filled ? ((Move.Say) move).text() : "");
  }

  private static Map<String, Object> input(Move.Run run) {
    return Fields.of("command", run.command(), "description", "Do the next step");
  }

  private Map<String, Object> message(Map<String, Object> request, List<Object> content) {
    Object usage =
        Fields.of(
            "input_tokens", controls().tokens(),
            "cache_creation_input_tokens", 0,
            "cache_read_input_tokens", 0,
            "output_tokens", 25);
    return Fields.of(
        "id",
        "msg_" + id(),
        "type",
        "message",
        "role",
        "assistant",
        "model",
        String.valueOf(request.getOrDefault("model", "stand-in")),
        "content",
        content,
        "stop_reason",
        null,
        "stop_sequence",
        null,
        "usage",
        usage);
  }

  private static String stop(Move move) {
    return move instanceof Move.Run ? "tool_use" : "end_turn";
  }

  private static String id() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
