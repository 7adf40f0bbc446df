package dev.orc.activities.plan.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.json.HostJson;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long and how many an answer's parts may be, and the same as a JSON schema for the program
 * that is asked.
 */
final class AnswerRules {
  static final List<String> SIZES = List.of("small", "medium", "large", "enterprise");
  static final List<String> KEYS = List.of("type", "size", "phases", "roles", "risks");
  static final String LEFT_OUT = "left_out";
  static final List<String> KEYS_OF_A_PHASE = List.of("name", "roles", "goal");
  static final List<String> KEYS_OF_A_ROLE = List.of("role", "why");
  static final int MOST_PHASES = 8;
  static final int MOST_LEFT_OUT = 30;
  static final int MOST_RISKS = 10;
  static final int NAME_CHARACTERS = 60;
  static final int LINE_CHARACTERS = 300;

  private AnswerRules() {}

  /** The keys that an answer may have; all but {@link #LEFT_OUT} it must have. */
  static List<String> known(Task task) {
    return task == Task.REFINE ? Stream.concat(KEYS.stream(), Stream.of(LEFT_OUT)).toList() : KEYS;
  }

  /**
   * @param most how many roles the plan carries
   * @param task a review says besides whom it leaves out, and why
   */
  static String schema(List<String> types, int most, Task task) {
    ObjectNode schema = object(KEYS);
    ObjectNode parts = schema.withObjectProperty("properties");
    parts.set("type", oneOf(types));
    parts.set("size", oneOf(SIZES));
    parts.set("phases", list(phase(most), 0, MOST_PHASES));
    parts.set("roles", list(role(), 1, most));
    parts.set("risks", list(text(LINE_CHARACTERS), 0, MOST_RISKS));
    if (task == Task.REFINE) {
      parts.set(LEFT_OUT, list(role(), 0, MOST_LEFT_OUT));
    }
    return HostJson.pretty(schema).strip();
  }

  private static ObjectNode phase(int most) {
    ObjectNode phase = object(KEYS_OF_A_PHASE);
    ObjectNode parts = phase.withObjectProperty("properties");
    parts.set("name", text(NAME_CHARACTERS));
    parts.set("roles", list(text(NAME_CHARACTERS), 1, most));
    parts.set("goal", text(LINE_CHARACTERS));
    return phase;
  }

  private static ObjectNode role() {
    ObjectNode role = object(KEYS_OF_A_ROLE);
    ObjectNode parts = role.withObjectProperty("properties");
    parts.set("role", text(NAME_CHARACTERS));
    parts.set("why", text(LINE_CHARACTERS));
    return role;
  }

  private static ObjectNode object(List<String> keys) {
    ObjectNode object = HostJson.MAPPER.createObjectNode().put("type", "object");
    ArrayNode required = object.putArray("required");
    keys.forEach(required::add);
    return object.put("additionalProperties", false);
  }

  private static ObjectNode list(ObjectNode items, int fewest, int most) {
    ObjectNode list = HostJson.MAPPER.createObjectNode().put("type", "array");
    list.put("minItems", fewest).put("maxItems", most).set("items", items);
    return list;
  }

  private static ObjectNode text(int longest) {
    ObjectNode text = HostJson.MAPPER.createObjectNode().put("type", "string");
    return text.put("minLength", 1).put("maxLength", longest);
  }

  private static ObjectNode oneOf(List<String> names) {
    ObjectNode text = HostJson.MAPPER.createObjectNode();
    ArrayNode all = text.putArray("enum");
    names.forEach(all::add);
    return text;
  }
}
