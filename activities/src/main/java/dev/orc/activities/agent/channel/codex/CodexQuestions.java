package dev.orc.activities.agent.channel.codex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.Question.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The requests of the server that wait for somebody's decision. A question keeps its id over
 * connections, the request that has to be answered does not. Thread-safe.
 */
final class CodexQuestions {
  private static final List<String> USUAL =
      List.of("accept", "acceptForSession", "decline", "cancel");

  /** Whatever is none of these allows something. */
  private static final Set<String> REFUSALS = Set.of("decline", "cancel");

  /** A request's number on this connection, and the answer to each choice. */
  record Open(Question question, JsonNode request, Map<String, JsonNode> answers) {}

  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Map<String, String> changes = new LinkedHashMap<>();

  /** What the server asks; empty when it is nothing that is decided by a choice. */
  synchronized Optional<Question> asked(JsonNode request) {
    Optional<Open> read = read(request);
    read.ifPresent(asked -> open.put(asked.question().id(), asked));
    return read.map(Open::question);
  }

  /** Remembers which files a change is about, for its question does not say. */
  synchronized void change(JsonNode item) {
    List<String> files =
        StreamSupport.stream(item.path("changes").spliterator(), false)
            .map(change -> change.path("path").asText(""))
            .toList();
    changes.put(item.path("id").asText(), String.join(", ", files));
    if (changes.size() > 100) {
      changes.remove(changes.keySet().iterator().next());
    }
  }

  /** The question that this request was; it is open no more. */
  synchronized Optional<String> resolved(JsonNode requestId) {
    Optional<String> found =
        open.values().stream()
            .filter(asked -> asked.request().equals(requestId))
            .map(asked -> asked.question().id())
            .findFirst();
    found.ifPresent(open::remove);
    return found;
  }

  synchronized Optional<Open> find(String questionId) {
    return Optional.ofNullable(open.get(questionId));
  }

  /** Another connection: what is still open will be asked again. Answers what was open. */
  synchronized List<String> restart() {
    List<String> before = List.copyOf(open.keySet());
    open.clear();
    return before;
  }

  private Optional<Open> read(JsonNode request) {
    JsonNode params = request.path("params");
    return switch (request.path("method").asText()) {
      case "item/commandExecution/requestApproval" -> Optional.of(command(request, params));
      case "item/fileChange/requestApproval" -> Optional.of(change(request, params));
      case "item/permissions/requestApproval" ->
          Optional.of(plain(request, params, "more permissions: ", params.path("reason")));
      case "mcpServer/elicitation/request" ->
          Optional.of(plain(request, params, "", params.path("message")));
      case "item/tool/requestUserInput" -> Optional.of(input(request, params));
      default -> Optional.empty();
    };
  }

  private static Open command(JsonNode request, JsonNode params) {
    String command = params.path("command").asText("");
    String reason = params.path("reason").asText("");
    String text = command.isEmpty() ? reason : "run: " + command;
    JsonNode offered = params.path("availableDecisions");
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    if (offered.isArray() && !offered.isEmpty()) {
      offered.forEach(one -> answers.put(name(one), decision(one)));
      // It is not always offered, and always taken: the turn goes on without the command.
      answers.putIfAbsent("decline", decision(text("decline")));
    } else {
      USUAL.forEach(one -> answers.put(one, decision(text(one))));
    }
    return open(request, params, text, choices(answers), answers);
  }

  private Open change(JsonNode request, JsonNode params) {
    String files = changes.getOrDefault(params.path("itemId").asText(), "");
    String text = "change " + (files.isEmpty() ? params.path("reason").asText("files") : files);
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    USUAL.forEach(one -> answers.put(one, decision(text(one))));
    return open(request, params, text, choices(answers), answers);
  }

  /** Only a person can answer it, at the program's own dialog. */
  private static Open plain(JsonNode request, JsonNode params, String before, JsonNode text) {
    return open(request, params, before + text.asText("it asks"), List.of(), Map.of());
  }

  private static Open input(JsonNode request, JsonNode params) {
    JsonNode questions = params.path("questions");
    JsonNode first = questions.path(0);
    List<Choice> choices = new ArrayList<>();
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    if (questions.size() == 1) {
      for (JsonNode option : first.path("options")) {
        String label = option.path("label").asText();
        choices.add(new Choice(label, label, false));
        answers.put(label, chosen(first.path("id").asText(), label));
      }
    }
    return open(request, params, first.path("question").asText("it asks"), choices, answers);
  }

  private static ObjectNode chosen(String question, String label) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putObject("answers").putObject(question).putArray("answers").add(label);
    return result;
  }

  private static Open open(
      JsonNode request,
      JsonNode params,
      String text,
      List<Choice> choices,
      Map<String, JsonNode> answers) {
    String approval = params.path("approvalId").asText("");
    String id = params.path("itemId").asText("request-" + request.path("id").asText());
    Question question =
        new Question(
            approval.isEmpty() || approval.equals("null") ? id : id + ":" + approval,
            CodexFailures.line(text),
            choices);
    return new Open(question, request.path("id"), answers);
  }

  private static List<Choice> choices(Map<String, JsonNode> answers) {
    return answers.keySet().stream()
        .map(name -> new Choice(name, wording(name), !REFUSALS.contains(name)))
        .toList();
  }

  private static String wording(String decision) {
    return switch (decision) {
      case "accept" -> "yes, this once";
      case "acceptForSession" -> "yes, and the like for this session";
      case "acceptWithExecpolicyAmendment" -> "yes, and the like from now on";
      case "decline" -> "no, go on without it";
      case "cancel" -> "no, and stop the turn";
      default -> decision;
    };
  }

  private static String name(JsonNode decision) {
    return decision.isObject() && decision.fieldNames().hasNext()
        ? decision.fieldNames().next()
        : decision.asText();
  }

  private static JsonNode text(String decision) {
    return JsonNodeFactory.instance.textNode(decision);
  }

  private static JsonNode decision(JsonNode decision) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("decision", decision);
    return result;
  }
}
