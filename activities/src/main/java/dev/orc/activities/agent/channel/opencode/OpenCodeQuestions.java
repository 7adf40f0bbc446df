package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.Question.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The permissions and questions that wait for somebody's decision. Thread-safe. */
final class OpenCodeQuestions {
  /** Where the answer goes, and what it is for each choice. */
  record Open(Question question, String path, Map<String, ObjectNode> answers) {}

  private final Map<String, Open> open = new LinkedHashMap<>();

  /** A permission that is asked for; empty when it is known already. */
  synchronized Optional<Question> permission(JsonNode asked) {
    String id = asked.path("id").asText();
    Map<String, ObjectNode> answers = new LinkedHashMap<>();
    for (String reply : List.of("once", "always", "reject")) {
      answers.put(reply, OpenCodeServer.object().put("reply", reply));
    }
    List<Choice> choices =
        List.of(
            new Choice("once", "yes, this once", true),
            new Choice("always", "yes, and the like for this session", true),
            new Choice("reject", "no", false));
    Question question = new Question(id, OpenCodeFailures.line(wish(asked)), choices);
    return added(new Open(question, "/permission/" + id + "/reply", answers));
  }

  private static String wish(JsonNode asked) {
    String permission = asked.path("permission").asText("permission");
    String command = asked.path("metadata").path("command").asText("");
    if (!command.isEmpty()) {
      return "run: " + command;
    }
    String patterns =
        StreamSupport.stream(asked.path("patterns").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return permission + (patterns.isEmpty() ? "" : ": " + patterns);
  }

  /** A question of the agent; empty when it is known already. */
  synchronized Optional<Question> question(JsonNode asked) {
    String id = asked.path("id").asText();
    JsonNode first = asked.path("questions").path(0);
    List<Choice> choices = new ArrayList<>();
    Map<String, ObjectNode> answers = new LinkedHashMap<>();
    if (asked.path("questions").size() == 1) {
      for (JsonNode option : first.path("options")) {
        String label = option.path("label").asText();
        ObjectNode answer = OpenCodeServer.object();
        answer.putArray("answers").addArray().add(label);
        answers.put(label, answer);
        choices.add(new Choice(label, label, false));
      }
    }
    String text = OpenCodeFailures.line(first.path("question").asText("it asks"));
    return added(new Open(new Question(id, text, choices), "/question/" + id + "/reply", answers));
  }

  private Optional<Question> added(Open asked) {
    return open.put(asked.question().id(), asked) == null
        ? Optional.of(asked.question())
        : Optional.empty();
  }

  /** Whether it was open until now. */
  synchronized boolean resolved(String id) {
    return open.remove(id) != null;
  }

  synchronized Optional<Open> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Forgets what is not among those that are still open, and answers it. */
  synchronized List<String> keep(List<String> stillOpen) {
    List<String> over = open.keySet().stream().filter(id -> !stillOpen.contains(id)).toList();
    over.forEach(open::remove);
    return over;
  }
}
