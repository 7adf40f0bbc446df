package dev.orc.lab.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The simplest object that a JSON schema allows: what asides ask for. Stateless. */
final class Sample {
  private Sample() {}

  static Object of(Object schema) {
    List<?> choices = Fields.list(schema, "enum");
    if (!choices.isEmpty()) {
      // Who speaks next? The last choice is the person, so that the program waits.
      return choices.contains("user") ? "user" : choices.get(0);
    }
    return switch (Fields.text(schema, "type").toLowerCase(Locale.ROOT)) {
      case "object" -> object(Fields.get(schema, "properties"));
      case "number", "integer" -> 1;
      case "boolean" -> false;
      case "array" -> List.of();
      default -> "so be it";
    };
  }

  private static Map<String, Object> object(Object properties) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (properties instanceof Map<?, ?> fields) {
      fields.forEach((name, schema) -> object.put(String.valueOf(name), of(schema)));
    }
    return object;
  }
}
