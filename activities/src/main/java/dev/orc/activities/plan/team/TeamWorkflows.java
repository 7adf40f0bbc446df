package dev.orc.activities.plan.team;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.activities.yaml.NodeReader;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlTree;
import dev.orc.base.files.Bundled;
import dev.orc.base.text.Nearest;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The workflows that there are, each a file: those that come with orc, and a person's own over
 * them, from {@code workflows/NAME.yaml} beside the host's configuration. Immutable.
 */
public final class TeamWorkflows {
  private static final List<String> BUNDLED =
      List.of("product-launch", "technical-optimization", "content-strategy");
  private static final List<String> KEYS = List.of("about", "lead", "phases");

  private final Map<String, TeamWorkflow> workflows;

  private TeamWorkflows(Map<String, TeamWorkflow> workflows) {
    this.workflows = new LinkedHashMap<>(workflows);
  }

  /**
   * @throws ConfigFaults with everything that is wrong in them
   */
  public static TeamWorkflows load(HostFolders folders, Teams teams) {
    List<Fault> faults = new ArrayList<>();
    Map<String, TeamWorkflow> workflows = new LinkedHashMap<>();
    for (String name : BUNDLED) {
      String text = Bundled.text(TeamWorkflows.class, "workflows/" + name + ".yaml");
      workflows.put(name, read(name, Path.of(name + ".yaml"), text, teams, faults));
    }
    TypeFolder own = TypeFolder.ofWorkflows(folders.config());
    own.texts(faults)
        .forEach(
            (name, text) -> workflows.put(name, read(name, own.file(name), text, teams, faults)));
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return new TeamWorkflows(workflows);
  }

  /**
   * @throws Refusal when there is none of that name
   */
  TeamWorkflow require(String name) {
    TeamWorkflow found = workflows.get(name);
    if (found == null) {
      String guess =
          Nearest.to(name, workflows.keySet())
              .map(near -> "did you mean " + near + "? ")
              .orElse("");
      throw new Refusal(
          Kind.USAGE,
          "there is no workflow '" + name + "'",
          guess + "there are " + String.join(", ", workflows.keySet()));
    }
    return found;
  }

  private static TeamWorkflow read(
      String name, Path file, String text, Teams teams, List<Fault> faults) {
    NodeReader reader = new NodeReader(file, faults);
    RoleNames names = new RoleNames(reader, teams);
    Map<String, Entry> entries = reader.entries(new YamlTree(file, faults).read(text), KEYS);
    List<TypePhase> phases = new PhaseReader(reader, names).read(entries.get("phases"));
    if (phases.isEmpty()) {
      reader.fault(1, "the workflow has no phases", "write phases: and a list of them below it");
    }
    String given = reader.value(entries.get("lead"), "orchestrator", Function.identity());
    int line = entries.containsKey("lead") ? entries.get("lead").line() : 1;
    String lead = names.role(given, line);
    for (TypePhase phase : phases) {
      if (phase.roles().isEmpty()) {
        reader.fault(
            entries.get("phases").line(),
            "nobody works in the phase '" + phase.name() + "'",
            "write roles: [NAME] below it");
      } else if (phase.roles().contains(lead)) {
        reader.fault(
            entries.get("phases").line(),
            "the lead is in the phase '" + phase.name() + "'",
            "leave it out: a lead is there from the beginning");
      }
    }
    String about = reader.value(entries.get("about"), name, Function.identity());
    return new TeamWorkflow(name, about, lead == null ? given : lead, phases);
  }
}
