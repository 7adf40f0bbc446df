package dev.orc.activities.agent.driver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a document each key stands, by its path, as {@code dialogs[2].shows}. */
final class LineIndex {
  private final Map<String, Integer> lines = new HashMap<>();

  private LineIndex() {}

  /** Reads as far as the document can be read. */
  static LineIndex of(ObjectMapper mapper, String document) {
    LineIndex index = new LineIndex();
    try (JsonParser parser = mapper.createParser(document)) {
      parser.nextToken();
      index.value(parser, "");
    } catch (IOException faultyFromHere) {
      return index;
    }
    return index;
  }

  /** The line of the path, or of what holds it; 1 when nothing is known. */
  int line(String path) {
    String known = path;
    while (!lines.containsKey(known)) {
      int cut = Math.max(known.lastIndexOf('.'), known.lastIndexOf('['));
      if (cut < 0) {
        return 1;
      }
      known = known.substring(0, cut);
    }
    return lines.get(known);
  }

  private void value(JsonParser parser, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String inner = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
        lines.put(inner, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        value(parser, inner);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      int i = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken()) {
        i++;
        String inner = path + "[" + i + "]";
        lines.put(inner, parser.currentTokenLocation().getLineNr());
        value(parser, inner);
      }
    }
  }
}
