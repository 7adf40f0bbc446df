package dev.orc.activities.plan.config;

import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.workflows.model.AgentName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the {@code environments:} section. Stateless. */
final class EnvironmentsReader {
  private static final List<String> KEYS = List.of("verify", "branch", "dev-server", "variables");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What agents have of orc's, or what decides which program is run. */
  private static final Pattern RESERVED = Pattern.compile("ORC_.*|PATH|HOME|LD_.*|XDG_.*");

  private EnvironmentsReader() {}

  /** What is written there, over those of the same name so far. */
  static Map<String, EnvironmentSection> read(
      NodeReader reader, Entry entry, Map<String, EnvironmentSection> base) {
    if (entry == null) {
      return base;
    }
    Map<String, EnvironmentSection> all = new LinkedHashMap<>(base);
    reader
        .mapping(entry.value())
        .entries()
        .forEach(
            (name, each) -> {
              if (AgentName.WORD.matcher(name).matches()) {
                all.put(name, one(reader, each));
              } else {
                reader.fault(
                    each.line(),
                    "'" + name + "' is not an environment's name",
                    "use lower-case letters, digits and hyphens, as staging");
              }
            });
    return all;
  }

  private static EnvironmentSection one(NodeReader reader, Entry entry) {
    Map<String, Entry> parts = reader.entries(entry.value(), KEYS);
    List<String> variables = reader.strings(parts.get("variables"), List.of());
    for (String name : variables) {
      if (!VARIABLE.matcher(name).matches()) {
        reader.fault(
            parts.get("variables").line(),
            "'" + name.replaceAll("=.*", "=...") + "' is not a variable's name",
            "write the name alone: its value is the worker's");
      } else if (RESERVED.matcher(name).matches()) {
        reader.fault(
            parts.get("variables").line(), name + " is set by orc for every agent", "leave it out");
      }
    }
    return new EnvironmentSection(
        reader.strings(parts.get("verify"), List.of()),
        reader.value(parts.get("branch"), null, Function.identity()),
        reader.value(parts.get("dev-server"), null, Function.identity()),
        variables);
  }
}
