package dev.orc.activities.plan.analysis;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.activities.json.HostJson;
import dev.orc.base.text.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the JSON object out of what a program said: out of fences, and of words around it. */
final class AnswerText {
  private static final int LONGEST = 200_000;
  private static final int MOST_FAILURES = 50;
  private static final int SHOWN = 100;

  /** Keys of the whole answer that none of its parts has. */
  private static final Set<String> OF_THE_WHOLE = Set.of("type", "size", "phases", "risks");

  private static final ObjectReader READER =
      HostJson.MAPPER.reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final String text;
  private final List<ObjectNode> whole = new ArrayList<>();
  private final List<ObjectNode> others = new ArrayList<>();
  private String firstFailure;
  private int failures;

  private AnswerText(String text) {
    this.text = text;
  }

  /**
   * @throws Unfit when there is no such object, or more than one
   */
  static ObjectNode object(String text) throws Unfit {
    if (text.isBlank()) {
      throw new Unfit("it is empty");
    }
    if (text.length() > LONGEST) {
      throw new Unfit("it is longer than 200,000 characters");
    }
    AnswerText answer = new AnswerText(text);
    answer.scan();
    return answer.only();
  }

  private void scan() {
    int at = text.indexOf('{');
    while (at >= 0 && failures < MOST_FAILURES) {
      at = text.indexOf('{', at + read(at));
    }
  }

  /** Answers how many characters are done with. */
  private int read(int from) {
    try (JsonParser parser = READER.createParser(text.substring(from))) {
      JsonNode node = parser.readValueAsTree();
      if (node instanceof ObjectNode object) {
        (OF_THE_WHOLE.stream().anyMatch(object::has) ? whole : others).add(object);
      }
      return (int) Math.max(1, parser.currentLocation().getCharOffset());
    } catch (JsonProcessingException broken) {
      failures++;
      firstFailure = firstFailure == null ? failure(from, broken) : firstFailure;
      return 1;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // it is read from a string
    }
  }

  private String failure(int from, JsonProcessingException broken) {
    JsonLocation place = broken.getLocation();
    long line = place == null ? 1 : place.getLineNr();
    long before = text.substring(0, from).chars().filter(c -> c == '\n').count();
    return "its JSON is broken in line "
        + (before + line)
        + ": "
        + CleanText.oneLine(broken.getOriginalMessage(), SHOWN);
  }

  private ObjectNode only() throws Unfit {
    if (whole.stream().distinct().count() > 1) {
      throw new Unfit("it holds " + whole.size() + " JSON objects that differ; give one");
    }
    if (!whole.isEmpty()) {
      return whole.get(0);
    }
    if (firstFailure != null) {
      throw new Unfit(firstFailure);
    }
    if (text.strip().startsWith("[")) {
      throw new Unfit("it is a list; give one JSON object");
    }
    if (others.isEmpty()) {
      throw new Unfit("there is no JSON object in it");
    }
    return others.get(0);
  }
}
