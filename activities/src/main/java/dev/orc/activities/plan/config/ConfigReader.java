package dev.orc.activities.plan.config;

import dev.orc.activities.host.tmux.TmuxSettings;
import dev.orc.activities.plan.team.RoleLibrary;
import dev.orc.activities.tell.notice.NoticeSettings;
import dev.orc.activities.yaml.Fault;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Scalar;
import dev.orc.activities.yaml.YamlTree;
import dev.orc.base.files.UserHome;
import dev.orc.base.text.HumanDuration;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.ProjectSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one configuration file over what is configured so far. For one thread. */
final class ConfigReader {
  private static final List<String> OF_A_PROJECT =
      List.of("driver", "roles", "settings", "team", "environments");
  private static final List<String> OF_THE_HOST =
      List.of(
          "host",
          "driver",
          "roles",
          "settings",
          "tmux",
          "temporal",
          "environment",
          "notice",
          "notices",
          "project-folders",
          "trusted-folders",
          "team",
          "analysis",
          "queue",
          "environments");
  private static final Pattern SOCKET = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
  private static final Pattern ADDRESS = Pattern.compile("\\S+:[0-9]{1,5}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path file;
  private final boolean ofProject;
  private final List<Fault> faults;
  private final NodeReader reader;
  private final Set<String> roles;
  private final Set<String> types;

  /**
   * @param roles the names of all roles that there are
   * @param types the names of all types of projects that there are
   */
  ConfigReader(
      Path file, boolean ofProject, Set<String> roles, Set<String> types, List<Fault> faults) {
    this.file = file;
    this.ofProject = ofProject;
    this.roles = roles;
    this.types = types;
    this.faults = faults;
    this.reader = new NodeReader(file, faults);
  }

  Config over(Config base) {
    YamlNode root = new YamlTree(file, faults).read();
    Map<String, Entry> entries = reader.entries(root, ofProject ? OF_A_PROJECT : OF_THE_HOST);
    return new Config(
        reader.value(entries.get("host"), base.host(), ConfigReader::word),
        reader.value(entries.get("driver"), base.driver(), ConfigReader::word),
        programs(entries.get("roles"), base.programs()),
        settings(entries.get("settings"), base.settings()),
        tmux(entries.get("tmux"), base.tmux()),
        temporal(entries.get("temporal"), base.temporal()),
        variables(entries.get("environment"), base.environment()),
        notices(entries, base.notices()),
        folders(entries.get("project-folders"), base.projectFolders()),
        new TeamSection(reader, roles, types).over(entries.get("team"), base.team()),
        analysis(entries.get("analysis"), base.analysis()),
        QueueReader.read(reader, entries.get("queue"), base.queue()),
        folders(entries.get("trusted-folders"), base.trustedFolders()),
        EnvironmentsReader.read(reader, entries.get("environments"), base.environments()));
  }

  private ProjectSettings settings(Entry entry, ProjectSettings base) {
    if (entry == null) {
      return base;
    }
    ProjectSettings settings = base;
    for (Map.Entry<String, Entry> each : reader.mapping(entry.value()).entries().entrySet()) {
      ProjectSettings before = settings;
      settings =
          reader.value(each.getValue(), before, text -> Settings.with(before, each.getKey(), text));
    }
    return settings;
  }

  private Map<String, Program> programs(Entry entry, Map<String, Program> base) {
    if (entry == null) {
      return base;
    }
    Map<String, Program> programs = new LinkedHashMap<>(base);
    reader
        .mapping(entry.value())
        .entries()
        .forEach(
            (role, each) -> {
              String name = RoleLibrary.canonical(role);
              if (roles.contains(name) || roles.contains(RoleLibrary.base(name))) {
                programs.put(name, program(each));
              } else {
                reader.fault(each.line(), "there is no role '" + role + "'", nearest(name));
              }
            });
    return programs;
  }

  private String nearest(String role) {
    return Nearest.to(role, roles)
        .map(near -> "did you mean " + near + "?")
        .orElse("'orc team roles' lists them");
  }

  /** Either a driver's name alone, or with arguments and environment. */
  private Program program(Entry entry) {
    if (entry.value() instanceof Scalar) {
      return Program.of(reader.value(entry, "", ConfigReader::word));
    }
    Map<String, Entry> parts =
        reader.entries(
            entry.value(),
            ofProject
                ? List.of("driver", "arguments")
                : List.of("driver", "arguments", "environment"));
    if (!parts.containsKey("driver")) {
      reader.fault(entry.line(), "the role has no driver", "add driver: NAME below it");
    }
    return new Program(
        reader.value(parts.get("driver"), "", ConfigReader::word),
        reader.strings(parts.get("arguments"), List.of()),
        variables(parts.get("environment"), Map.of()));
  }

  private TmuxSettings tmux(Entry entry, TmuxSettings base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts = reader.entries(entry.value(), List.of("program", "socket"));
    return new TmuxSettings(
        reader.value(parts.get("program"), base.program(), Function.identity()),
        reader.value(
            parts.get("socket"),
            base.socket(),
            text -> matching(SOCKET, text, "is not a socket's name; use letters, digits, - _ .")));
  }

  private TemporalSection temporal(Entry entry, TemporalSection base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts =
        reader.entries(entry.value(), List.of("address", "namespace", "port", "seal"));
    return new TemporalSection(
        reader.value(
            parts.get("address"),
            base.address(),
            text -> matching(ADDRESS, text, "is not an address; write it as 127.0.0.1:7233")),
        reader.value(parts.get("namespace"), base.namespace(), Function.identity()),
        reader.value(parts.get("port"), base.port(), ConfigReader::port),
        reader.value(parts.get("seal"), base.acceptsUnsealed(), ConfigReader::acceptsUnsealed));
  }

  private static Boolean acceptsUnsealed(String text) {
    return switch (text) {
      case "required" -> false;
      case "accept-unsealed" -> true;
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' is no way to seal; write required or accept-unsealed");
    };
  }

  private AnalysisSettings analysis(Entry entry, AnalysisSettings base) {
    if (entry == null) {
      return base;
    }
    Map<String, Entry> parts = reader.entries(entry.value(), List.of("within", "tries"));
    return new AnalysisSettings(
        reader.value(parts.get("within"), base.within(), HumanDuration::parse),
        reader.value(parts.get("tries"), base.tries(), AnalysisSettings::tries));
  }

  private Map<String, String> variables(Entry entry, Map<String, String> base) {
    Map<String, String> variables = reader.pairs(entry, base);
    variables.keySet().stream()
        .filter(name -> !VARIABLE.matcher(name).matches())
        .forEach(
            name ->
                reader.fault(
                    entry.line(), "'" + name + "' is not a variable's name", "write it as NAME"));
    return variables;
  }

  private List<Path> folders(Entry entry, List<Path> base) {
    return entry == null
        ? base
        : reader.strings(entry, List.of()).stream().map(this::folder).toList();
  }

  /** {@code notice} is the short form of {@code notices: {command: ...}}. */
  private NoticeSettings notices(Map<String, Entry> entries, NoticeSettings base) {
    NoticeSettings settings =
        new NoticesReader(reader, this::folder).over(base, entries.get("notices"));
    return settings.withCommand(reader.strings(entries.get("notice"), settings.command()));
  }

  private Path folder(String text) {
    boolean ofHome = text.equals("~") || text.startsWith("~/");
    Path path = Path.of(ofHome ? UserHome.here() + text.substring(1) : text);
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  private static String word(String text) {
    if (!AgentName.WORD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a name; use lower-case letters, digits and hyphens, 48 at most");
    }
    return text;
  }

  static Integer port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("'" + text + "' is not a port; use 1 to 65535");
    }
    return Integer.valueOf(text);
  }

  private static String matching(Pattern pattern, String text, String complaint) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' " + complaint);
    }
    return text;
  }
}
