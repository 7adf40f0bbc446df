package dev.orc.lab.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gemini's generateContent and streamGenerateContent. Thread-safe. */
final class GeminiPage extends VendorPage {
  private static final String SHELL = "run_shell_command";
  private static final String WRITE = "write_file";

  GeminiPage(Controls controls, Seen seen, Mind mind) {
    super(controls, seen, mind);
  }

  @Override
  Talk talk(Map<String, Object> request) {
    List<String> texts = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    List<String> results = new ArrayList<>();
    for (Object content : Fields.list(request, "contents")) {
      boolean model = Fields.text(content, "role").equals("model");
      for (Object part : Fields.list(content, "parts")) {
        Object call = Fields.get(part, "functionCall");
        Object response = Fields.get(part, "functionResponse");
        if (call != null) {
          commands.add(called(call));
        } else if (response != null) {
          results.add(String.valueOf(Fields.get(response, "response")));
        } else if (!model && !Fields.text(part, "text").isEmpty()) {
          texts.add(Fields.text(part, "text"));
        }
      }
    }
    // One call at a time: the answers stand in the order of the calls.
    List<ToolCall> calls = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      calls.add(new ToolCall(commands.get(i), i < results.size() ? results.get(i) : null));
    }
    Set<String> tools = tools(request);
    return new Talk(texts, calls, tools, !tools.contains(SHELL));
  }

  private static String called(Object call) {
    Object arguments = Fields.get(call, "args");
    return Fields.text(call, "name").equals(WRITE)
        ? Move.Write.told(Fields.text(arguments, "file_path"))
        : Fields.text(arguments, "command");
  }

  /** Its shell refuses to redirect into a file where nobody has allowed it everything. */
  @Override
  boolean writes(Talk talk) {
    return talk.tools().contains(WRITE);
  }

  private static Set<String> tools(Map<String, Object> request) {
    return Fields.list(request, "tools").stream()
        .flatMap(tool -> Fields.list(tool, "functionDeclarations").stream())
        .map(function -> Fields.text(function, "name"))
        .collect(Collectors.toSet());
  }

  @Override
  void refuse(HttpExchange exchange, Mood mood) throws IOException {
    switch (mood) {
      case LIMITED, WEEKLY_LIMITED -> limit(exchange);
      case RATE ->
          error(exchange, 429, "RESOURCE_EXHAUSTED", "Too many requests a minute.", retry(2));
      case OVERLOADED ->
          error(exchange, 503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
      case UNAUTHORIZED ->
          error(
              exchange, 401, "UNAUTHENTICATED", "API key not valid. Please pass a valid API key.");
      case OUT_OF_CREDIT ->
          error(
              exchange,
              429,
              "RESOURCE_EXHAUSTED",
              "Your prepayment credits are depleted. Please go to AI Studio to manage your project"
                  + " and billing.");
      default -> error(exchange, 500, "INTERNAL", "An internal error has occurred.");
    }
  }

  private void limit(HttpExchange exchange) throws IOException {
    long seconds = Math.max(1, Duration.between(controls().now(), controls().resets()).toSeconds());
    String reset = seconds / 3_600 + "h" + seconds % 3_600 / 60 + "m" + seconds % 60 + "s";
    Object reason =
        Fields.of(
            "@type", "type.googleapis.com/google.rpc.ErrorInfo",
            "reason", "QUOTA_EXHAUSTED",
            "domain", "cloudcode-pa.googleapis.com",
            "metadata", Fields.of("quotaResetDelay", reset, "model", "gemini"));
    error(
        exchange,
        429,
        "RESOURCE_EXHAUSTED",
        "You have exhausted your capacity on this model. Your quota will reset after "
            + reset
            + ".",
        reason,
        retry(seconds));
  }

  private static Object retry(long seconds) {
    return Fields.of(
        "@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", seconds + "s");
  }

  private static void error(
      HttpExchange exchange, int code, String status, String message, Object... details)
      throws IOException {
    Map<String, Object> error = Fields.of("code", code, "status", status, "message", message);
    if (details.length > 0) {
      error.put("details", List.of(details));
    }
    Wire.answer(exchange, code, Fields.of("error", error));
  }

  @Override
  void answer(HttpExchange exchange, Map<String, Object> request, Talk talk, Move move)
      throws IOException {
    // Its library takes a comment between events for a fault, so nothing is sent meanwhile.
    Pause.millis(move.thinks().toMillis());
    Object schema = schema(request);
    List<Object> parts =
        schema != null ? List.of(Fields.of("text", Wire.text(Sample.of(schema)))) : parts(move);
    if (!exchange.getRequestURI().getPath().endsWith(":streamGenerateContent")) {
      Wire.answer(exchange, 200, candidate(parts, true));
      return;
    }
    try (EventWriter events = new EventWriter(exchange)) {
      for (int i = 0; i < parts.size(); i++) {
        events.data(candidate(List.of(parts.get(i)), i == parts.size() - 1));
      }
    }
  }

  private static Object schema(Map<String, Object> request) {
    Object config = request.get("generationConfig");
    Object schema = Fields.get(config, "responseJsonSchema");
    return schema != null ? schema : Fields.get(config, "responseSchema");
  }

  private static List<Object> parts(Move move) {
    if (move instanceof Move.Run run) {
      return use(SHELL, Fields.of("command", run.command(), "description", "Does the next step"));
    }
    if (move instanceof Move.Write write) {
      return use(WRITE, Fields.of("file_path", write.file(), "content", write.text()));
    }
    List<Object> parts = new ArrayList<>();
    for (String piece : Pieces.of(((Move.Say) move).text())) {
      parts.add(Fields.of("text", piece));
    }
    return parts;
  }

  private static List<Object> use(String tool, Object arguments) {
    return List.of(Fields.of("functionCall", Fields.of("name", tool, "args", arguments)));
  }

  private Map<String, Object> candidate(List<Object> parts, boolean last) {
    Map<String, Object> candidate =
        Fields.of("content", Fields.of("role", "model", "parts", parts), "index", 0);
    Map<String, Object> answer =
        Fields.of("candidates", List.of(candidate), "modelVersion", "stand-in");
    if (last) {
      int tokens = controls().tokens();
      candidate.put("finishReason", "STOP");
      answer.put(
          "usageMetadata",
          Fields.of(
              "promptTokenCount",
              tokens,
              "candidatesTokenCount",
              25,
              "totalTokenCount",
              tokens + 25));
    }
    return answer;
  }
}
