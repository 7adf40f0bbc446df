package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the phases of a type or of a workflow. For one file and thread. */
final class PhaseReader {
  private static final List<String> KEYS =
      List.of("name", "goal", "roles", "specialists", "hands-over");
  private static final int MOST = 12;

  private final NodeReader reader;
  private final RoleNames names;
  private final Set<String> phases = new LinkedHashSet<>();
  private final Set<String> placed = new LinkedHashSet<>();

  PhaseReader(NodeReader reader, RoleNames names) {
    this.reader = reader;
    this.names = names;
  }

  List<TypePhase> read(Entry entry) {
    if (entry == null) {
      return List.of();
    }
    if (!(entry.value() instanceof Sequence list)) {
      reader.fault(entry.line(), "a list of phases is needed here", "write - name: PHASE below it");
      return List.of();
    }
    if (list.items().size() > MOST) {
      reader.fault(entry.line(), "there are more than " + MOST + " phases", "join some of them");
    }
    List<TypePhase> read = new ArrayList<>();
    list.items().forEach(item -> read.add(phase(item)));
    return read;
  }

  private TypePhase phase(YamlNode node) {
    Map<String, Entry> keys = reader.entries(node, KEYS);
    String name = text(keys.get("name"));
    if (name.isBlank()) {
      reader.fault(node.line(), "the phase has no name", "write name: WORD");
    } else if (!phases.add(name)) {
      reader.fault(node.line(), "phase '" + name + "' is there twice", "join the two");
    }
    List<String> roles = names.list(keys.get("roles"));
    List<String> specialists = names.list(keys.get("specialists"));
    for (String role : roles) {
      if (!placed.add(role)) {
        reader.fault(
            keys.get("roles").line(),
            "'" + role + "' works in a phase already",
            "call a second one " + role + "-2");
      }
    }
    specialists.stream()
        .filter(roles::contains)
        .forEach(
            role ->
                reader.fault(
                    keys.get("specialists").line(),
                    "'" + role + "' works in this phase anyway",
                    "leave it out of specialists"));
    return new TypePhase(
        name, text(keys.get("goal")), roles, specialists, text(keys.get("hands-over")));
  }

  private String text(Entry entry) {
    return reader.value(entry, "", Function.identity());
  }
}
