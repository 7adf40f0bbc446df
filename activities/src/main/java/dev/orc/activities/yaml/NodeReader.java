package dev.orc.activities.yaml;

import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Mapping;
import dev.orc.activities.yaml.YamlNode.Scalar;
import dev.orc.activities.yaml.YamlNode.Sequence;
import dev.orc.base.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads values out of nodes; what is not as it should be becomes a fault. For one thread. */
public final class NodeReader {
  private final Path file;
  private final List<Fault> faults;

  public NodeReader(Path file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  public void fault(int line, String what, String right) {
    faults.add(new Fault(file, line, what, right));
  }

  /** The mapping's entries; every key that is not known is a fault. */
  public Map<String, Entry> entries(YamlNode node, Collection<String> known) {
    Map<String, Entry> entries = mapping(node).entries();
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            fault(
                entry.line(),
                "unknown key '" + key + "'",
                Nearest.to(key, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("the keys here are " + String.join(", ", known)));
          }
        });
    return entries;
  }

  public Mapping mapping(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    if (!(node instanceof Scalar scalar) || scalar.text() != null) {
      fault(node.line(), "a single value where keys are needed", "write KEY: VALUE lines below it");
    }
    return new Mapping(node.line(), Map.of());
  }

  /** The value as the function reads it; the usual one when it can not. */
  public <T> T value(Entry entry, T usual, Function<String, T> reading) {
    if (entry == null) {
      return usual;
    }
    if (!(entry.value() instanceof Scalar scalar) || scalar.text() == null) {
      fault(entry.line(), "a single value is needed here", "write it behind the colon");
      return usual;
    }
    try {
      return reading.apply(scalar.text());
    } catch (IllegalArgumentException e) {
      String[] parts = e.getMessage().split("; ", 2);
      fault(entry.line(), parts[0], parts.length > 1 ? parts[1] : "write another value");
      return usual;
    }
  }

  public List<String> strings(Entry entry, List<String> usual) {
    if (entry == null) {
      return usual;
    }
    if (!(entry.value() instanceof Sequence sequence)) {
      fault(entry.line(), "a list is needed here", "write it as [one, two]");
      return usual;
    }
    List<String> strings = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      String text = value(new Entry(item.line(), item), null, Function.identity());
      if (text != null) {
        strings.add(text);
      }
    }
    return strings;
  }

  public Map<String, String> pairs(Entry entry, Map<String, String> usual) {
    if (entry == null) {
      return usual;
    }
    Map<String, String> pairs = new LinkedHashMap<>(usual);
    mapping(entry.value())
        .entries()
        .forEach((key, each) -> pairs.put(key, value(each, "", Function.identity())));
    return pairs;
  }
}
