package dev.orc.activities.plan.spec;

import java.util.List;
import java.util.Map;

/** A piece of a JSON document that knows its place. */
sealed interface JsonNode {
  Spot spot();

  /** Both count from 1. */
  record Spot(int line, int column) {
    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  record Text(Spot spot, String value) implements JsonNode {}

  /** A number as it was written. */
  record Figure(Spot spot, String text) implements JsonNode {}

  record Flag(Spot spot, boolean value) implements JsonNode {}

  record Nothing(Spot spot) implements JsonNode {}

  record Sequence(Spot spot, List<JsonNode> items) implements JsonNode {}

  record Mapping(Spot spot, Map<String, Entry> entries) implements JsonNode {}

  /**
   * One key with its value.
   *
   * @param spot the key's
   */
  record Entry(Spot spot, JsonNode value) {}

  /** What it is, as a fault says it. */
  default String kind() {
    if (this instanceof Text) {
      return "a text";
    }
    if (this instanceof Figure) {
      return "a number";
    }
    if (this instanceof Flag) {
      return "true or false";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    return this instanceof Mapping ? "an object" : "null";
  }
}
