package dev.orc.activities.plan.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.base.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the parts out of a JSON value; what is not as it should be is a fault. For one thread. */
final class JsonParts {
  private static final int MOST_FAULTS = 12;
  private static final int SHOWN = 60;

  private final List<String> faults = new ArrayList<>();

  List<String> faults() {
    return faults;
  }

  /** More than a dozen help nobody. */
  void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }

  /** Whether it is an object; every key must be known, and none missing. */
  boolean keys(JsonNode node, String place, List<String> known) {
    return keys(node, place, known, known);
  }

  /** The same where not every key that is known must be there. */
  boolean keys(JsonNode node, String place, List<String> known, List<String> needed) {
    if (!node.isObject()) {
      fault("'" + place + "' must be an object with " + String.join(", ", known));
      return false;
    }
    String at = place.isEmpty() ? "" : place + ".";
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                String shown = CleanText.oneLine(at + key, SHOWN);
                fault("unknown key '" + shown + "'; the keys are " + String.join(", ", known));
              }
            });
    needed.stream()
        .filter(key -> !node.has(key))
        .forEach(key -> fault("'" + at + key + "' is missing"));
    return true;
  }

  /** The text under the key; null when there is none that may stand there. */
  String text(JsonNode node, String place, String key, int longest) {
    return node.has(key) ? text(node.get(key), place + "." + key, longest) : null;
  }

  String text(JsonNode node, String place, int longest) {
    if (!node.isTextual()) {
      fault("'" + place + "' must be a text, and is " + kind(node));
      return null;
    }
    String line = CleanText.oneLine(node.textValue());
    if (line.isEmpty()) {
      fault("'" + place + "' is empty");
      return null;
    }
    if (line.length() > longest) {
      fault("'" + place + "' has " + line.length() + " characters; " + longest + " at most");
      return null;
    }
    return line;
  }

  String oneOf(JsonNode node, String key, List<String> allowed) {
    String text = node.has(key) ? text(node.get(key), key, AnswerRules.LINE_CHARACTERS) : null;
    if (text != null && !allowed.contains(text)) {
      String shown = CleanText.oneLine(text, SHOWN);
      fault("'" + key + "' must be one of " + String.join(", ", allowed) + ", not '" + shown + "'");
      return null;
    }
    return text;
  }

  /** The list under the key; empty when there is none. */
  List<JsonNode> list(JsonNode node, String place, String key, int most) {
    JsonNode list = node.path(key);
    if (list.isMissingNode()) {
      return List.of();
    }
    if (!list.isArray()) {
      fault("'" + place + "' must be a list, and is " + kind(list));
      return List.of();
    }
    if (list.size() > most) {
      fault("'" + place + "' has " + list.size() + " entries; " + most + " at most");
    }
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "a text";
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
