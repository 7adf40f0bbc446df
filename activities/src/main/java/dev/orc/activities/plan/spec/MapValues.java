package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.JsonNode.Entry;
import dev.orc.activities.plan.spec.JsonNode.Figure;
import dev.orc.activities.plan.spec.JsonNode.Flag;
import dev.orc.activities.plan.spec.JsonNode.Mapping;
import dev.orc.activities.plan.spec.JsonNode.Sequence;
import dev.orc.activities.plan.spec.JsonNode.Spot;
import dev.orc.activities.plan.spec.JsonNode.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes values out of a spec map; what is not as it should be becomes a fault. For one thread. */
final class MapValues {
  private final Path file;
  private final SpecFaults faults;

  MapValues(Path file, SpecFaults faults) {
    this.file = file;
    this.faults = faults;
  }

  String place(Spot spot) {
    return file + ":" + spot;
  }

  void fault(Spot spot, String fault, String remedy) {
    faults.add(place(spot), fault, remedy);
  }

  /** The node as an object with none but the known keys. */
  Optional<Mapping> mapping(JsonNode node, String what, List<String> known) {
    if (!(node instanceof Mapping mapping)) {
      fault(node.spot(), what + " is " + node.kind(), "write an object: { ... }");
      return Optional.empty();
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                fault(
                    entry.spot(),
                    "unknown key '" + key + "'",
                    SpecFaults.meant(key, known, "the keys here are"));
              }
            });
    return Optional.of(mapping);
  }

  /** A text that says something, which must be there. */
  Optional<Text> required(Mapping mapping, String key, String example) {
    Entry entry = mapping.entries().get(key);
    if (entry == null) {
      fault(mapping.spot(), "'" + key + "' is missing", "add \"" + key + "\": " + example);
      return Optional.empty();
    }
    return text(entry.value(), "'" + key + "'", example);
  }

  Optional<Text> text(JsonNode node, String what, String example) {
    if (!(node instanceof Text text)) {
      fault(node.spot(), what + " is " + node.kind(), "write a text: " + example);
      return Optional.empty();
    }
    if (text.value().isBlank()) {
      fault(node.spot(), what + " is empty", "write a text: " + example);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The texts of a list; none when the key is not there. */
  List<Text> texts(Mapping mapping, String key, String example) {
    Entry entry = mapping.entries().get(key);
    List<Text> texts = new ArrayList<>();
    if (entry == null) {
      return texts;
    }
    if (!(entry.value() instanceof Sequence sequence)) {
      fault(
          entry.value().spot(),
          "'" + key + "' is " + entry.value().kind(),
          "write a list: [" + example + "]");
      return texts;
    }
    for (JsonNode item : sequence.items()) {
      text(item, "an item of '" + key + "'", example).ifPresent(texts::add);
    }
    return texts;
  }

  /** True or false; the usual when the key is not there. */
  Boolean flag(Mapping mapping, String key, Boolean usual) {
    Entry entry = mapping.entries().get(key);
    if (entry == null) {
      return usual;
    }
    if (entry.value() instanceof Flag flag) {
      return flag.value();
    }
    fault(
        entry.value().spot(),
        "'" + key + "' is " + entry.value().kind(),
        "write true or false, without quotes");
    return usual;
  }

  /** A whole number between the two; null when it is none. */
  Integer whole(JsonNode node, String what, int least, int most) {
    String remedy = "write a whole number from " + least + " to " + most + ", without quotes";
    if (!(node instanceof Figure figure)) {
      fault(node.spot(), what + " is " + node.kind(), remedy);
      return null;
    }
    try {
      int number = Integer.parseInt(figure.text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      fault(node.spot(), what + " is " + figure.text() + ", not a whole number", remedy);
      return null;
    }
    fault(node.spot(), what + " is " + figure.text(), remedy);
    return null;
  }
}
