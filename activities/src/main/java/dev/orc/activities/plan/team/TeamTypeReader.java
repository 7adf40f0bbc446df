package dev.orc.activities.plan.team;

import dev.orc.activities.plan.detect.KnownTypes;
import dev.orc.activities.plan.detect.ProjectType;
import dev.orc.activities.plan.detect.Sign;
import dev.orc.activities.plan.detect.SignReader;
import dev.orc.activities.plan.detect.Trait;
import dev.orc.activities.yaml.Fault;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Mapping;
import dev.orc.activities.yaml.YamlNode.Scalar;
import dev.orc.activities.yaml.YamlNode.Sequence;
import dev.orc.activities.yaml.YamlTree;
import dev.orc.base.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the file of one type. The lists of the team are as the file has them; everything else that
 * it leaves out is as the type of that name had it before. For one thread.
 */
final class TeamTypeReader {
  private static final List<String> KEYS =
      List.of(
          "about",
          "also-called",
          "core",
          "keep",
          "optional",
          "more",
          "dependencies",
          "conditions",
          "lanes",
          "phases",
          "signs");
  private static final List<String> TRAITS = Stream.of(Trait.values()).map(Trait::word).toList();

  private final NodeReader reader;
  private final RoleNames names;
  private final SignReader signs;
  private final YamlTree tree;
  private Map<String, Entry> entries = Map.of();

  TeamTypeReader(Path file, Teams teams, List<Fault> faults) {
    this.tree = new YamlTree(file, faults);
    this.reader = new NodeReader(file, faults);
    this.names = new RoleNames(reader, teams);
    this.signs = new SignReader(reader);
  }

  /**
   * @param before the type of that name so far; empty for a new one
   * @param others the names of the types that there are, for whoever has misspelt one
   */
  TeamType read(
      String word,
      String text,
      String origin,
      Optional<TeamType> before,
      Collection<String> others) {
    entries = reader.entries(tree.read(text), KEYS);
    if (before.isEmpty() && !entries.containsKey("signs")) {
      String guess = Nearest.to(word, others).map(n -> "did you mean " + n + ".yaml? ").orElse("");
      reader.fault(
          1,
          "'" + word + "' is a new type without signs",
          guess + "a type that only comes when it is asked for has signs: []");
    }
    List<String> core = names.list(entries.get("core"));
    if (core.isEmpty()) {
      reader.fault(1, "the team has no core", "write core: [orchestrator, developer]");
    }
    List<String> keep = entries.containsKey("keep") ? names.list(entries.get("keep")) : core;
    if (!new HashSet<>(keep).equals(new HashSet<>(core))) {
      reader.fault(
          entries.get("keep").line(), "keep has not the roles of core", "name the same in both");
    }
    return new TeamType(
        project(word, before.map(TeamType::project)),
        said("about", before.map(TeamType::about), () -> about(word)),
        core,
        keep,
        names.list(entries.get("optional")),
        names.list(entries.get("more")),
        said(
            "dependencies",
            before.map(TeamType::dependencies),
            () -> names.map(entries.get("dependencies"))),
        said("conditions", before.map(TeamType::conditions), this::conditions),
        said("lanes", before.map(TeamType::lanes), () -> names.map(entries.get("lanes"))),
        said(
            "phases",
            before.map(TeamType::phases),
            () -> new PhaseReader(reader, names).read(entries.get("phases"))),
        origin);
  }

  private <T> T said(String key, Optional<T> before, Supplier<T> read) {
    return entries.containsKey(key) ? read.get() : before.orElseGet(read);
  }

  private String about(String word) {
    return reader.value(entries.get("about"), word.replace('_', ' '), Function.identity());
  }

  private ProjectType project(String word, Optional<ProjectType> before) {
    List<String> alsoCalled =
        reader
            .strings(
                entries.get("also-called"), before.map(ProjectType::alsoCalled).orElse(List.of()))
            .stream()
            .map(KnownTypes::canonical)
            .toList();
    List<Sign<String>> seen =
        said(
            "signs", before.map(ProjectType::signs), () -> signs.signs(entries.get("signs"), word));
    return new ProjectType(word, alsoCalled, seen);
  }

  private List<RoleCondition> conditions() {
    Entry entry = entries.get("conditions");
    List<RoleCondition> conditions = new ArrayList<>();
    if (entry != null) {
      reader
          .mapping(entry.value())
          .entries()
          .forEach((role, when) -> condition(role, when).ifPresent(conditions::add));
    }
    return conditions;
  }

  private Optional<RoleCondition> condition(String given, Entry when) {
    String role = names.role(given, when.line());
    List<YamlNode> items =
        when.value() instanceof Sequence list ? list.items() : List.of(when.value());
    List<Trait> traits = new ArrayList<>();
    List<Sign<String>> seen = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof Mapping) {
        signs.sign(item, given).ifPresent(seen::add);
      } else {
        trait(item).ifPresent(traits::add);
      }
    }
    return role == null ? Optional.empty() : Optional.of(new RoleCondition(role, traits, seen));
  }

  private Optional<Trait> trait(YamlNode node) {
    String word = node instanceof Scalar scalar && scalar.text() != null ? scalar.text() : "";
    Optional<Trait> trait = Trait.named(word);
    if (trait.isEmpty()) {
      String guess = Nearest.to(word, TRAITS).map(near -> "did you mean " + near + "? ").orElse("");
      reader.fault(
          node.line(),
          "there is no condition '" + word + "'",
          guess + "write " + String.join(", ", TRAITS) + ", or a sign as {file: PATTERN}");
    }
    return trait;
  }
}
