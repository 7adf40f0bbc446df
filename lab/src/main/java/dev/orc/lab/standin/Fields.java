package dev.orc.lab.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON objects as maps: how they are made, and how one looks into foreign ones. Stateless. */
final class Fields {
  private Fields() {}

  /** An object from names and values in turn; a value may be null. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  /** A field of what may be no object at all; null when it is not there. */
  static Object get(Object object, String name) {
    return object instanceof Map<?, ?> fields ? fields.get(name) : null;
  }

  /** Empty when it is no text. */
  static String text(Object object, String name) {
    return get(object, name) instanceof String text ? text : "";
  }

  /** Empty when it is no list. */
  static List<?> list(Object object, String name) {
    return get(object, name) instanceof List<?> items ? items : List.of();
  }

  /** The texts of content that is a text or a list of parts. */
  static List<String> texts(Object content) {
    if (content instanceof String text) {
      return List.of(text);
    }
    return content instanceof List<?> parts
        ? parts.stream().map(part -> text(part, "text")).filter(text -> !text.isEmpty()).toList()
        : List.of();
  }

  /** A text, or whatever else, as one text. */
  static String flat(Object content) {
    return content instanceof List<?> ? String.join("\n", texts(content)) : String.valueOf(content);
  }
}
