package dev.orc.activities.yaml;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows its line. */
public sealed interface YamlNode {
  int line();

  /** A single value; null when nothing stands there. */
  record Scalar(int line, String text) implements YamlNode {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

  /** One key with its value. */
  record Entry(int line, YamlNode value) {}
}
