package dev.orc.activities.team;

import dev.orc.activities.Refusal;
import dev.orc.activities.config.Fault;
import dev.orc.activities.config.NodeReader;
import dev.orc.activities.config.YamlNode.Entry;
import dev.orc.activities.config.YamlNode.Mapping;
import dev.orc.activities.config.YamlTree;
import dev.orc.activities.detect.ProjectType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the file of one type's team. For one thread. */
final class TeamTypeReader {
  private static final List<String> KEYS = List.of("core", "keep", "optional", "more");

  private final Path file;
  private final Teams teams;
  private final List<Fault> faults;
  private final NodeReader reader;

  TeamTypeReader(Path file, Teams teams, List<Fault> faults) {
    this.file = file;
    this.teams = teams;
    this.faults = faults;
    this.reader = new NodeReader(file, faults);
  }

  TeamType read(ProjectType type, String text) {
    Mapping root = new YamlTree(file, faults).read(text);
    Map<String, Entry> entries = reader.entries(root, KEYS);
    List<String> core = roles(entries.get("core"));
    if (core.isEmpty()) {
      reader.fault(1, "the team has no core", "write core: [orchestrator, developer]");
    }
    List<String> keep = entries.containsKey("keep") ? roles(entries.get("keep")) : core;
    if (!new HashSet<>(keep).equals(new HashSet<>(core))) {
      reader.fault(
          entries.get("keep").line(), "keep has not the roles of core", "name the same in both");
    }
    return new TeamType(
        type.word(), core, keep, roles(entries.get("optional")), roles(entries.get("more")));
  }

  private List<String> roles(Entry entry) {
    Set<String> roles = new LinkedHashSet<>();
    for (String given : new ArrayList<>(reader.strings(entry, List.of()))) {
      try {
        if (!roles.add(teams.requireRole(given))) {
          reader.fault(entry.line(), "'" + given + "' is there twice", "call the second one -2");
        }
      } catch (Refusal refusal) {
        reader.fault(entry.line(), refusal.getMessage(), refusal.remedy());
      }
    }
    return List.copyOf(roles);
  }
}
