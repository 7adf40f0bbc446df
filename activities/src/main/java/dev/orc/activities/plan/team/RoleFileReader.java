package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Mapping;
import dev.orc.activities.yaml.YamlTree;
import dev.orc.base.text.CleanText;
import dev.orc.base.text.Nearest;
import dev.orc.base.text.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the text of one role file; what is not as it should be becomes a fault. Stateless. */
final class RoleFileReader {
  private static final List<String> KEYS =
      List.of(
          "extends",
          "department",
          "duty",
          "leads",
          "minutes",
          "branch",
          "stage",
          "talks-to",
          "waits-for",
          "needs",
          "folders");

  /** What people try here and what only the host's own configuration may say. */
  private static final Set<String> OF_THE_HOST =
      Set.of(
          "driver",
          "program",
          "programs",
          "command",
          "arguments",
          "args",
          "environment",
          "env",
          "model",
          "tools",
          "permissions",
          "hooks");

  private RoleFileReader() {}

  static RoleDraft read(String name, Path file, String origin, String text, List<Fault> faults) {
    RoleText parts = RoleText.of(file, text, faults);
    NodeReader reader = new NodeReader(file, faults);
    Map<String, Entry> said = entries(new YamlTree(file, faults).read(parts.keys()), reader);
    Map<String, Integer> lines = new HashMap<>();
    said.forEach((key, entry) -> lines.put(key, entry.line()));
    return new RoleDraft(
        name,
        file,
        origin,
        reader.value(said.get("extends"), null, RoleValues::role),
        reader.value(said.get("department"), null, RoleValues::department),
        reader.value(said.get("duty"), null, RoleValues::duty),
        reader.value(said.get("leads"), null, RoleValues::truth),
        reader.value(said.get("minutes"), null, RoleValues::minutes),
        reader.value(said.get("branch"), null, RoleValues::branch),
        reader.value(said.get("stage"), null, RoleValues::stage),
        list(said.get("talks-to"), reader, RoleValues::role),
        list(said.get("waits-for"), reader, RoleValues::role),
        list(said.get("needs"), reader, RoleValues::role),
        list(said.get("folders"), reader, RoleValues::folder),
        body(parts, file, faults),
        lines);
  }

  private static Map<String, Entry> entries(Mapping root, NodeReader reader) {
    Map<String, Entry> known = new HashMap<>();
    root.entries()
        .forEach(
            (key, entry) -> {
              if (KEYS.contains(key)) {
                known.put(key, entry);
              } else {
                reader.fault(entry.line(), "unknown key '" + key + "'", remedy(key));
              }
            });
    return known;
  }

  private static String remedy(String key) {
    if (OF_THE_HOST.contains(key)) {
      return "what runs a role is said under roles: in config.yaml, never in a role file";
    }
    return Nearest.to(key.replace('_', '-'), KEYS)
        .map(near -> "did you mean " + near + "?")
        .orElse("the keys here are " + String.join(", ", KEYS));
  }

  private static List<String> list(
      Entry entry, NodeReader reader, Function<String, String> reading) {
    List<String> given = reader.strings(entry, null);
    if (given == null) {
      return null;
    }
    List<String> read = new ArrayList<>();
    for (String each : given) {
      try {
        String item = reading.apply(each);
        if (!read.contains(item)) {
          read.add(item);
        }
      } catch (IllegalArgumentException e) {
        String[] parts = e.getMessage().split("; ", 2);
        reader.fault(entry.line(), parts[0], parts[1]);
      }
    }
    return read;
  }

  private static String body(RoleText parts, Path file, List<Fault> faults) {
    if (parts.body().isEmpty()) {
      return null;
    }
    String body = CleanText.forTerminal(parts.body());
    Template.of(body)
        .unknown(RoleGaps.NAMES)
        .forEach(
            (offset, gap) ->
                faults.add(
                    new Fault(
                        file,
                        parts.bodyLine() + offset,
                        "unknown placeholder '" + gap + "'",
                        RoleGaps.remedy(gap))));
    return body;
  }
}
