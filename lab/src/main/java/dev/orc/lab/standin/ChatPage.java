package dev.orc.lab.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** OpenAI's Chat Completions, streamed and not, which many programs speak. Thread-safe. */
final class ChatPage extends OpenAiPage {
  private static final String ALIVE = ": alive\n\n";
  private static final List<String> SHELLS = List.of("bash", "run_shell_command", "shell");

  /** OpenCode's tool that writes a file, by a path in its folder. */
  private static final String WRITE_HERE = "write";

  /** Qwen Code's: it takes whole paths alone, and tells the model in which folder it works. */
  private static final String WRITE = "write_file";

  private static final Pattern FOLDER = Pattern.compile("working in the directory: (/\\S+)");

  ChatPage(Controls controls, Seen seen, Mind mind) {
    super(controls, seen, mind);
  }

  @Override
  Talk talk(Map<String, Object> request) {
    List<String> texts = new ArrayList<>();
    Map<String, String> commands = new LinkedHashMap<>();
    Map<String, String> results = new HashMap<>();
    for (Object message : Fields.list(request, "messages")) {
      switch (Fields.text(message, "role")) {
        case "user" -> texts.addAll(Fields.texts(Fields.get(message, "content")));
        case "tool" ->
            results.put(
                Fields.text(message, "tool_call_id"), Fields.flat(Fields.get(message, "content")));
        default -> commands.putAll(commands(message));
      }
    }
    Set<String> tools =
        Fields.list(request, "tools").stream()
            .map(tool -> Fields.text(Fields.get(tool, "function"), "name"))
            .collect(Collectors.toSet());
    List<ToolCall> calls = new ArrayList<>();
    commands.forEach((id, command) -> calls.add(new ToolCall(command, results.get(id))));
    return new Talk(texts, calls, tools, SHELLS.stream().noneMatch(tools::contains));
  }

  private static Map<String, String> commands(Object message) {
    Map<String, String> commands = new LinkedHashMap<>();
    for (Object call : Fields.list(message, "tool_calls")) {
      Object function = Fields.get(call, "function");
      String arguments = Fields.text(function, "arguments");
      commands.put(Fields.text(call, "id"), told(Fields.text(function, "name"), arguments));
    }
    return commands;
  }

  private static String told(String tool, String arguments) {
    return switch (tool) {
      case WRITE -> written(argument(arguments, "file_path"));
      case WRITE_HERE -> written(argument(arguments, "filePath"));
      default -> argument(arguments, "command");
    };
  }

  private static String written(String file) {
    return Move.Write.told(file.substring(file.lastIndexOf('/') + 1));
  }

  /** All of them where they are none that can be read: programs mend what a model garbles. */
  private static String argument(String arguments, String name) {
    try {
      return Fields.text(JSON.std.mapFrom(arguments), name);
    } catch (IOException e) {
      return arguments;
    }
  }

  /** A shell that redirects into a file asks first; this tool does not. */
  @Override
  boolean writes(Talk talk) {
    return talk.tools().contains(WRITE_HERE)
        || (talk.tools().contains(WRITE) && folder(talk).isPresent());
  }

  private static Optional<String> folder(Talk talk) {
    return talk.texts().stream()
        .map(FOLDER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  @Override
  void answer(HttpExchange exchange, Map<String, Object> request, Talk talk, Move move)
      throws IOException {
    if (Boolean.TRUE.equals(request.get("stream"))) {
      try (EventWriter events = new EventWriter(exchange)) {
        stream(events, request, talk, move);
      }
      return;
    }
    Pause.millis(move.thinks().toMillis());
    Map<String, Object> message = Fields.of("role", "assistant", "content", null);
    if (move instanceof Move.Say say) {
      message.put("content", say.text());
    } else {
      message.put("tool_calls", List.of(call(move, talk)));
    }
    Map<String, Object> whole = envelope(request, "chat.completion");
    whole.put(
        "choices",
        List.of(Fields.of("index", 0, "message", message, "finish_reason", finish(move))));
    whole.put("usage", usage());
    Wire.answer(exchange, 200, whole);
  }

  private void stream(EventWriter events, Map<String, Object> request, Talk talk, Move move)
      throws IOException {
    Map<String, Object> envelope = envelope(request, "chat.completion.chunk");
    events.think(move.thinks(), ALIVE);
    chunk(events, envelope, Fields.of("role", "assistant", "content", ""), null);
    if (move instanceof Move.Say say) {
      for (String piece : Pieces.of(say.text())) {
        chunk(events, envelope, Fields.of("content", piece), null);
      }
    } else {
      List<?> calls = List.of(call(move, talk));
      chunk(events, envelope, Fields.of("tool_calls", calls), null);
    }
    chunk(events, envelope, Fields.of(), finish(move));
    Map<String, Object> last = new LinkedHashMap<>(envelope);
    last.put("choices", List.of());
    last.put("usage", usage());
    events.data(last);
    events.data("[DONE]");
  }

  private static void chunk(
      EventWriter events, Map<String, Object> envelope, Object delta, String finish)
      throws IOException {
    Map<String, Object> chunk = new LinkedHashMap<>(envelope);
    chunk.put("choices", List.of(Fields.of("index", 0, "delta", delta, "finish_reason", finish)));
    events.data(chunk);
  }

  private static Map<String, Object> call(Move move, Talk talk) throws IOException {
    if (move instanceof Move.Write write && talk.tools().contains(WRITE_HERE)) {
      return call(WRITE_HERE, Fields.of("filePath", write.file(), "content", write.text()));
    }
    if (move instanceof Move.Write write) {
      String file = folder(talk).orElseThrow() + "/" + write.file();
      return call(WRITE, Fields.of("file_path", file, "content", write.text()));
    }
    Move.Run run = (Move.Run) move;
    String shell = SHELLS.stream().filter(talk.tools()::contains).findFirst().orElseThrow();
    Map<String, Object> arguments =
        Fields.of("command", run.command(), "description", "Does the next step");
    if (shell.equals("run_shell_command")) {
      arguments.put("is_background", false);
    }
    return call(shell, arguments);
  }

  private static Map<String, Object> call(String tool, Map<String, Object> arguments)
      throws IOException {
    Object function = Fields.of("name", tool, "arguments", Wire.text(arguments));
    return Fields.of("index", 0, "id", id("call_"), "type", "function", "function", function);
  }

  private Map<String, Object> envelope(Map<String, Object> request, String object) {
    return Fields.of(
        "id", id("chatcmpl-"),
        "object", object,
        "created", controls().now().getEpochSecond(),
        "model", String.valueOf(request.getOrDefault("model", "stand-in")));
  }

  private Map<String, Object> usage() {
    int tokens = controls().tokens();
    return Fields.of("prompt_tokens", tokens, "completion_tokens", 25, "total_tokens", tokens + 25);
  }

  private static String finish(Move move) {
    return move instanceof Move.Say ? "stop" : "tool_calls";
  }
}
