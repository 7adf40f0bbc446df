package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.Values;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Scalar;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the roles of a team's file; what a role leaves out is as the library says. For one reading
 * and thread.
 */
final class RoleEntryReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "duty",
          "leads",
          "check-in-minutes",
          "branch-prefix",
          "talks-to",
          "waits-for",
          "starts-after",
          "reports-to",
          "program");
  private static final List<String> OF_A_PROGRAM = List.of("driver", "arguments");
  private static final int MOST_MINUTES = 24 * 60;
  private static final String PREFIX = "[a-z0-9][a-z0-9._/-]{0,40}/";

  private final NodeReader reader;
  private final Teams teams;
  private final Function<List<String>, List<Role>> usually;
  private final Map<String, Map<String, Entry>> roles = new LinkedHashMap<>();

  /**
   * @param usually makes roles of names, as they are when nobody says otherwise
   */
  RoleEntryReader(NodeReader reader, Teams teams, Function<List<String>, List<Role>> usually) {
    this.reader = reader;
    this.teams = teams;
    this.usually = usually;
  }

  /** One item of the list: a role's name alone, or with what is special about it. */
  void add(YamlNode item) {
    if (item instanceof Scalar scalar && scalar.text() != null) {
      put(item.line(), scalar.text(), Map.of());
      return;
    }
    Map<String, Entry> entries = reader.entries(item, KEYS);
    if (!entries.containsKey("name")) {
      reader.fault(item.line(), "the role has no name", "write name: ROLE");
      return;
    }
    put(item.line(), reader.value(entries.get("name"), "", Function.identity()), entries);
  }

  /** The roles, once what they say of each other is known to be right. */
  List<Role> checked() {
    if (roles.isEmpty()) {
      return List.of();
    }
    List<String> names = List.copyOf(roles.keySet());
    return usually.apply(names).stream().map(this::checked).toList();
  }

  private void put(int line, String name, Map<String, Entry> entries) {
    try {
      if (roles.put(teams.requireRole(name), entries) != null) {
        reader.fault(line, "'" + name + "' is there twice", "call the second one " + name + "-2");
      }
    } catch (Refusal refusal) {
      reader.fault(line, refusal.getMessage(), refusal.remedy());
    }
  }

  private Role checked(Role usual) {
    Map<String, Entry> entries = roles.get(usual.name());
    return new Role(
        usual.name(),
        reader.value(entries.get("duty"), usual.duty(), Function.identity()),
        reader.value(entries.get("leads"), usual.leads(), Values::yesOrNo),
        reader.value(entries.get("check-in-minutes"), usual.checkInMinutes(), this::minutes),
        reader.value(entries.get("branch-prefix"), usual.branchPrefix(), this::prefix),
        reader.strings(entries.get("talks-to"), usual.talksTo()),
        others(entries.get("waits-for"), usual.waitsFor()),
        others(entries.get("starts-after"), usual.startsAfter()),
        manager(entries.get("reports-to"), usual.reportsTo()),
        null,
        entries.containsKey("program")
            ? program(entries.get("program"), usual.program())
            : usual.program());
  }

  /** Roles that must be in the team, or they would be waited for in vain. */
  private List<String> others(Entry entry, List<String> usual) {
    List<String> named = reader.strings(entry, usual);
    named.stream().filter(name -> entry != null).forEach(name -> requireHere(entry, name));
    return named.stream().filter(roles::containsKey).toList();
  }

  private String manager(Entry entry, String usual) {
    String manager = reader.value(entry, usual, Function.identity());
    if (entry != null) {
      requireHere(entry, manager);
    }
    return manager;
  }

  private void requireHere(Entry entry, String name) {
    if (!roles.containsKey(name)) {
      reader.fault(
          entry.line(),
          "'" + name + "' is not in this team",
          "name one of " + String.join(", ", roles.keySet()));
    }
  }

  /** What the host adds to a program's environment is the host's own: no file carries it. */
  private Program program(Entry entry, Program usual) {
    boolean alone = entry.value() instanceof Scalar;
    Map<String, Entry> parts = alone ? Map.of() : reader.entries(entry.value(), OF_A_PROGRAM);
    if (!alone && !parts.containsKey("driver")) {
      reader.fault(entry.line(), "the program has no driver", "write driver: NAME");
    }
    Entry named = alone ? entry : parts.get("driver");
    String driver = reader.value(named, usual.driver(), AgentName::requireWord);
    return new Program(
        driver,
        reader.strings(parts.get("arguments"), List.of()),
        driver.equals(usual.driver()) ? usual.environment() : Map.of());
  }

  private Integer minutes(String text) {
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > MOST_MINUTES) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number of minutes; write 0 for none, or up to " + MOST_MINUTES);
    }
    return Integer.valueOf(text);
  }

  private String prefix(String text) {
    if (!text.matches(PREFIX)) {
      throw new IllegalArgumentException(
          "'" + text + "' can not begin a branch's name; write it as feature/");
    }
    return text;
  }
}
