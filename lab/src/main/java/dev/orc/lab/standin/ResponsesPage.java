package dev.orc.lab.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OpenAI's Responses, streamed, as Codex asks for them. Thread-safe. */
final class ResponsesPage extends OpenAiPage {
  private static final String ALIVE = ": alive\n\n";

  /** The names that its program has had for its shell, the newest first. */
  private static final List<String> SHELLS =
      List.of("exec_command", "shell_command", "shell", "local_shell");

  ResponsesPage(Controls controls, Seen seen, Mind mind) {
    super(controls, seen, mind);
  }

  @Override
  Talk talk(Map<String, Object> request) {
    List<String> texts = new ArrayList<>();
    Map<String, String> commands = new LinkedHashMap<>();
    Map<String, String> results = new HashMap<>();
    for (Object item : Fields.list(request, "input")) {
      String type = Fields.text(item, "type");
      if (type.equals("function_call")) {
        commands.put(Fields.text(item, "call_id"), command(Fields.text(item, "arguments")));
      } else if (type.endsWith("_call_output")) {
        results.put(Fields.text(item, "call_id"), Fields.flat(Fields.get(item, "output")));
      } else if (Fields.text(item, "role").equals("user")) {
        texts.addAll(Fields.texts(Fields.get(item, "content")));
      }
    }
    if (request.get("input") instanceof String text) {
      texts.add(text);
    }
    Map<String, Object> tools = tools(request);
    List<ToolCall> calls = new ArrayList<>();
    commands.forEach((id, command) -> calls.add(new ToolCall(command, results.get(id))));
    boolean aside = SHELLS.stream().noneMatch(tools::containsKey);
    return new Talk(texts, calls, tools.keySet(), aside);
  }

  /** The command of a call, whatever its program calls it. */
  private static String command(String arguments) {
    try {
      Map<String, Object> fields = JSON.std.mapFrom(arguments);
      Object command = fields.getOrDefault("cmd", fields.get("command"));
      return command instanceof List<?> words
          ? String.valueOf(words.get(words.size() - 1))
          : String.valueOf(command);
    } catch (IOException e) {
      return arguments;
    }
  }

  private static Map<String, Object> tools(Map<String, Object> request) {
    Map<String, Object> tools = new HashMap<>();
    for (Object tool : Fields.list(request, "tools")) {
      String name = Fields.text(tool, "name");
      tools.put(name.isEmpty() ? Fields.text(tool, "type") : name, tool);
    }
    return tools;
  }

  @Override
  void answer(HttpExchange exchange, Map<String, Object> request, Talk talk, Move move)
      throws IOException {
    String id = id("resp_");
    try (EventWriter events = new EventWriter(exchange)) {
      send(events, "response.created", "response", response(id, "in_progress", List.of()));
      events.think(move.thinks(), ALIVE);
      Map<String, Object> item = item(move, tools(request));
      if (move instanceof Move.Say say) {
        speak(events, item, say.text());
      }
      events.event(
          "response.output_item.done",
          Fields.of("type", "response.output_item.done", "output_index", 0, "item", item));
      send(events, "response.completed", "response", response(id, "completed", List.of(item)));
    }
  }

  private static void speak(EventWriter events, Map<String, Object> item, String text)
      throws IOException {
    Map<String, Object> begun = new LinkedHashMap<>(item);
    begun.put("status", "in_progress");
    begun.put("content", List.of());
    events.event(
        "response.output_item.added",
        Fields.of("type", "response.output_item.added", "output_index", 0, "item", begun));
    for (String piece : Pieces.of(text)) {
      events.event(
          "response.output_text.delta",
          Fields.of(
              "type",
              "response.output_text.delta",
              "item_id",
              item.get("id"),
              "output_index",
              0,
              "content_index",
              0,
              "delta",
              piece));
    }
  }

  private static void send(EventWriter events, String type, String name, Object value)
      throws IOException {
    events.event(type, Fields.of("type", type, name, value));
  }

  private static Map<String, Object> item(Move move, Map<String, Object> tools) throws IOException {
    if (move instanceof Move.Run run) {
      String shell = SHELLS.stream().filter(tools::containsKey).findFirst().orElseThrow();
      return Fields.of(
          "type",
          "function_call",
          "id",
          id("fc_"),
          "status",
          "completed",
          "call_id",
          id("call_"),
          "name",
          shell,
          "arguments",
          Wire.text(arguments(run, shell, tools.get(shell))));
    }
    Object part =
        Fields.of(
            "type", "output_text", "text", ((Move.Say) move).text(), "annotations", List.of());
    return Fields.of(
        "type", "message",
        "id", id("msg_"),
        "role", "assistant",
        "status", "completed",
        "content", List.of(part));
  }

  private static Map<String, Object> arguments(Move.Run run, String shell, Object tool) {
    Map<String, Object> arguments =
        switch (shell) {
          case "exec_command" -> Fields.of("cmd", run.command());
          case "shell_command" -> Fields.of("command", run.command());
          default -> Fields.of("command", List.of("bash", "-c", run.command()));
        };
    if (run.beyond()) {
      Object known = Fields.get(Fields.get(tool, "parameters"), "properties");
      if (Fields.get(known, "sandbox_permissions") != null) {
        arguments.put("sandbox_permissions", "require_escalated");
      } else {
        arguments.put("with_escalated_permissions", true);
      }
      arguments.put("justification", "May I run this outside the sandbox?");
    }
    return arguments;
  }

  private Map<String, Object> response(String id, String status, List<?> output) {
    int tokens = controls().tokens();
    Object usage =
        Fields.of(
            "input_tokens",
            tokens,
            "input_tokens_details",
            Fields.of("cached_tokens", 0),
            "output_tokens",
            25,
            "output_tokens_details",
            Fields.of("reasoning_tokens", 0),
            "total_tokens",
            tokens + 25);
    Map<String, Object> response =
        Fields.of("id", id, "object", "response", "status", status, "output", output);
    if (status.equals("completed")) {
      response.put("usage", usage);
    }
    return response;
  }
}
