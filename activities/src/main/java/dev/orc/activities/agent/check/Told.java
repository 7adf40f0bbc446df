package dev.orc.activities.agent.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orc.activities.agent.driver.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a file was read as, in words.
 *
 * @param detail may be empty, as {@code resets} and {@code broke}
 */
record Told(String state, String detail, String resets, String broke, String file) {
  static Told of(Reading reading, String file) {
    return new Told(
        reading.condition().name().toLowerCase(Locale.ROOT),
        Objects.toString(reading.detail(), "").replaceAll("\\p{Cntrl}+", " "),
        Objects.toString(reading.resetsAt(), ""),
        reading.broke() == null ? "" : reading.broke().name().toLowerCase(Locale.ROOT),
        file);
  }

  String line() {
    return String.join("\t", state, detail, resets, file);
  }

  static String json(List<Told> all) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Told one : all) {
      list.addObject()
          .put("state", one.state)
          .put("detail", one.detail)
          .put("resets", one.resets)
          .put("broke", one.broke)
          .put("file", one.file);
    }
    return list.toPrettyString();
  }
}
