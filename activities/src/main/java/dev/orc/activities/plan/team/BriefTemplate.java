package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.ConfigFaults;
import dev.orc.activities.yaml.Fault;
import dev.orc.base.text.Nearest;
import dev.orc.base.text.Template;
import dev.orc.workflows.model.HostFolders;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the template of all briefs: the user's {@code brief.md}, or the one that comes with orc.
 */
final class BriefTemplate {
  private static final String NAME = "brief.md";
  private static final Template BUNDLED = Template.of(BundledRoles.text(NAME));

  private BriefTemplate() {}

  /** Throws {@link ConfigFaults} when the user's can not be used. */
  static Template of(HostFolders folders) {
    List<Fault> faults = new ArrayList<>();
    Template template = usable(folders, faults);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return template;
  }

  /** The bundled one when the user's can not be used; what is wrong with that is added. */
  static Template usable(HostFolders folders, List<Fault> faults) {
    Path file = folders.config().resolve(NAME);
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return BUNDLED;
    }
    List<Fault> own = new ArrayList<>();
    Optional<Template> template =
        ContainedText.read(file, Optional.empty(), own).map(text -> checked(file, text, own));
    faults.addAll(own);
    return template.filter(read -> own.isEmpty()).orElse(BUNDLED);
  }

  private static Template checked(Path file, String text, List<Fault> faults) {
    Template template = Template.of(text);
    if (text.isBlank()) {
      faults.add(new Fault(file, 1, "the template is empty", "write one, or remove the file"));
    }
    template
        .unknown(BriefValues.NAMES)
        .forEach(
            (line, gap) ->
                faults.add(
                    new Fault(file, line + 1, "unknown placeholder '" + gap + "'", remedy(gap))));
    return template;
  }

  private static String remedy(String gap) {
    return Nearest.to(gap, BriefValues.NAMES)
        .map(near -> "did you mean {{" + near + "}}?")
        .orElse("the placeholders here are " + String.join(", ", BriefValues.NAMES));
  }
}
