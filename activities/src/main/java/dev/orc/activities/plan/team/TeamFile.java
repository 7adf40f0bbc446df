package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.plan.detect.KnownTypes;
import dev.orc.activities.plan.detect.ProjectType;
import dev.orc.activities.plan.detect.TeamSize;
import dev.orc.activities.plan.detect.WishedSize;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.Values;
import dev.orc.activities.yaml.YamlNode;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Sequence;
import dev.orc.activities.yaml.YamlTree;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.RoleChoice;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A team that was exported and, perhaps, edited. For one reading and thread. */
final class TeamFile {
  static final List<String> KEYS = List.of("type", "size", "plan", "tiers", "phased", "roles");

  private final Path file;
  private final List<Fault> faults = new ArrayList<>();
  private final NodeReader reader;
  private final Teams teams;
  private final TeamTypes types;
  private final Shaping shaping;

  /** Makes roles of names, each in its place as the type and the question's wish have it. */
  interface Shaping {
    List<Role> roles(TeamType type, List<String> names, TeamQuestion question);
  }

  TeamFile(Path file, Teams teams, TeamTypes types, Shaping shaping) {
    this.types = types;
    this.shaping = shaping;
    this.file = file;
    this.reader = new NodeReader(file, faults);
    this.teams = teams;
  }

  /**
   * The team as the file says it.
   *
   * @throws ConfigFaults with everything that is wrong in it
   */
  TeamPlan read(TeamQuestion question) {
    refuseOtherWishes(question.wish());
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          Kind.NOT_FOUND, "there is no team " + file, "make one: orc team plan --export FILE");
    }
    Map<String, Entry> entries = reader.entries(new YamlTree(file, faults).read(), KEYS);
    KnownTypes known = types.known();
    String type =
        reader.value(
            entries.get("type"),
            ProjectType.USUAL,
            word("type", text -> known.named(text).map(ProjectType::word)));
    TeamSize size =
        reader.value(
            entries.get("size"),
            TeamSize.MEDIUM,
            word("size", text -> WishedSize.of(text).map(WishedSize::size)));
    AccountPlan plan =
        reader.value(entries.get("plan"), AccountPlan.USUAL, word("plan", AccountPlan::named));
    List<Role> roles = roles(entries.get("roles"), types.of(type), shaped(entries, question));
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return plan(type, size, plan, roles);
  }

  private TeamPlan plan(String type, TeamSize size, AccountPlan plan, List<Role> roles) {
    String from = file.getFileName().toString();
    List<String> notes = new ArrayList<>();
    if (roles.size() > plan.cap()) {
      notes.add(
          "%s has %d roles, and plan %s carries %d: expect usage limits"
              .formatted(from, roles.size(), plan.word(), plan.most()));
    }
    return new TeamPlan(
        type,
        1,
        List.of("written in " + from),
        size.word(),
        "written in " + from,
        plan.word(),
        plan.most(),
        "file",
        roles.stream().map(r -> new RoleChoice(r.name(), true, "written in " + from)).toList(),
        notes,
        new Team(type, roles));
  }

  private List<Role> roles(Entry entry, TeamType type, TeamQuestion question) {
    if (entry == null || !(entry.value() instanceof Sequence list) || list.items().isEmpty()) {
      int line = entry == null ? 1 : entry.line();
      reader.fault(line, "the team has no roles", "write roles: and a list of them below it");
      return List.of();
    }
    RoleEntryReader entries =
        new RoleEntryReader(reader, teams, names -> shaping.roles(type, names, question));
    for (YamlNode item : list.items()) {
      entries.add(item);
    }
    return entries.checked();
  }

  /** The question with the tiers and phases that the file asks for. */
  private TeamQuestion shaped(Map<String, Entry> entries, TeamQuestion question) {
    TeamWish wish =
        new TeamWish(
            null,
            null,
            null,
            List.of(),
            List.of(),
            reader.value(entries.get("tiers"), 0, Values::tiers),
            reader.value(entries.get("phased"), false, Values::yesOrNo),
            null,
            false,
            false);
    return new TeamQuestion(question.files(), question.spec(), wish, question.programs());
  }

  private static void refuseOtherWishes(TeamWish wish) {
    boolean others =
        wish.type() != null
            || wish.size() != null
            || !wish.roles().isEmpty()
            || !wish.addRoles().isEmpty()
            || wish.tiers() != 0
            || wish.phased()
            || wish.maxSize() != null
            || wish.phase() != null
            || wish.workflow() != null;
    if (others) {
      throw new Refusal(
          Kind.USAGE,
          "a team from a file is as the file says",
          "leave out the other wishes about the team, or write them into the file");
    }
  }

  private static <T> Function<String, T> word(String what, Function<String, Optional<T>> reading) {
    return text ->
        reading
            .apply(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no "
                            + what
                            + " '"
                            + text
                            + "'; see docs/teams.md for the words"));
  }
}
