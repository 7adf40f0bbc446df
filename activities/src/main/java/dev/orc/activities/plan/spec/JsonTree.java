package dev.orc.activities.plan.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.orc.activities.plan.spec.JsonNode.Entry;
import dev.orc.activities.plan.spec.JsonNode.Figure;
import dev.orc.activities.plan.spec.JsonNode.Flag;
import dev.orc.activities.plan.spec.JsonNode.Mapping;
import dev.orc.activities.plan.spec.JsonNode.Nothing;
import dev.orc.activities.plan.spec.JsonNode.Sequence;
import dev.orc.activities.plan.spec.JsonNode.Spot;
import dev.orc.activities.plan.spec.JsonNode.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON into nodes that know their places; what is no JSON becomes a fault. For one file. */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final SpecFaults faults;

  JsonTree(Path file, SpecFaults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The document; empty when it is no JSON. */
  Optional<JsonNode> read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonNode root = node(parser);
      if (parser.nextToken() != null) {
        fault(
            spot(parser.currentTokenLocation()),
            "the map is over, and more follows",
            "take out what stands behind the last bracket");
        return Optional.empty();
      }
      return Optional.of(root);
    } catch (JsonProcessingException e) {
      String said = e.getOriginalMessage().lines().findFirst().orElse("it makes no sense");
      fault(spot(e.getLocation()), "this is not JSON: " + said, JsonRemedy.of(said));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode node(JsonParser parser) throws IOException {
    Spot spot = spot(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, spot);
      case START_ARRAY -> sequence(parser, spot);
      case VALUE_STRING -> new Text(spot, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Flag(spot, parser.getBooleanValue());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Figure(spot, parser.getText());
      default -> new Nothing(spot);
    };
  }

  private Sequence sequence(JsonParser parser, Spot spot) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new Sequence(spot, items);
  }

  private Mapping mapping(JsonParser parser, Spot spot) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Spot keySpot = spot(parser.currentTokenLocation());
      parser.nextToken();
      Entry before = entries.put(key, new Entry(keySpot, node(parser)));
      if (before != null) {
        fault(
            keySpot,
            "the key '"
                + key
                + "' stands here a second time; first in line "
                + before.spot().line(),
            "keep one of them");
      }
    }
    return new Mapping(spot, entries);
  }

  private void fault(Spot spot, String fault, String remedy) {
    faults.add(file + ":" + spot, fault, remedy);
  }

  private static Spot spot(JsonLocation location) {
    return location == null
        ? new Spot(1, 1)
        : new Spot(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
