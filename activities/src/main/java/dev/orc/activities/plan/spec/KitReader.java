package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.Unfinished.Mark;
import dev.orc.workflows.model.SpecFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a Spec Kit directory once all its phases are complete. For one directory. */
final class KitReader {
  private final SpecKit kit;
  private final Map<KitPhase, String> texts = new EnumMap<>(KitPhase.class);

  /**
   * @throws SpecRefusal with everything that the first incomplete phase lacks
   */
  KitReader(SpecKit kit) {
    this(kit, null);
  }

  /**
   * @param until only the phases before it have to be complete; null for all
   */
  KitReader(SpecKit kit, KitPhase until) {
    this.kit = kit;
    if (kit.directory().toString().chars().anyMatch(Character::isISOControl)) {
      throw SpecRefusal.at(
          kit.directory(), 1, "its path holds control characters", "rename the directory");
    }
    for (KitPhase phase : KitPhase.values()) {
      if (phase == until) {
        break;
      }
      List<SpecFault> faults = faults(phase);
      if (!faults.isEmpty()) {
        throw SpecRefusal.of(faults);
      }
    }
  }

  String text(KitPhase phase) {
    return texts.get(phase);
  }

  /**
   * One document that says it all: its title and goal, the three documents, each under a heading of
   * its own, and the command that fails as long as a task is open in what was merged. Whoever reads
   * it again, as with findings in front, finds the same in it.
   *
   * @param goal null when the specification has a section of its own about it
   */
  String joined(String title, String goal) {
    String head = "PROJECT: " + title + "\n" + (goal == null ? "" : "GOAL: " + goal + "\n");
    String text =
        Stream.of(KitPhase.values())
                .map(
                    phase ->
                        "# %s (%s)\n\n%s"
                            .formatted(phase.heading(), path(phase), text(phase).strip()))
                .collect(Collectors.joining("\n\n", head + "\n", "\n\n"))
            + "## VERIFY\n\n```sh\n"
            + TaskList.allTicked(path(KitPhase.TASKS))
            + "\n```\n";
    if (text.length() > SpecText.LARGEST) {
      throw SpecText.tooLarge(kit.directory());
    }
    return text;
  }

  private Path path(KitPhase phase) {
    return kit.place().resolve(phase.document());
  }

  private List<SpecFault> faults(KitPhase phase) {
    Path file = kit.document(phase);
    if (Files.notExists(file)) {
      return List.of(fault(phase, file, 1, "there is no " + phase.document(), "write it"));
    }
    try {
      texts.put(phase, SpecText.DOCUMENT.read(file));
    } catch (SpecRefusal refusal) {
      return refusal.faults().stream().map(fault -> ofPhase(phase, file, fault)).toList();
    }
    List<SpecFault> faults = new ArrayList<>();
    Unfinished.marks(text(phase)).forEach(mark -> faults.add(fault(phase, file, mark)));
    if (phase == KitPhase.TASKS && !TaskList.in(text(phase))) {
      String remedy = "write one task a line: - [ ] T001 What is to be done";
      faults.add(fault(phase, file, 1, "there is no task in it", remedy));
    }
    return faults;
  }

  private static SpecFault ofPhase(KitPhase phase, Path file, SpecFault fault) {
    String place = fault.place().equals(file.toString()) ? file + ":1" : fault.place();
    return SpecFaults.at(place, phase.incomplete(fault.fault()), fault.remedy());
  }

  private static SpecFault fault(KitPhase phase, Path file, Mark mark) {
    return mark.question()
        ? fault(phase, file, mark.line(), "an open question, " + mark.text(), "answer it there")
        : fault(
            phase,
            file,
            mark.line(),
            "the template's " + mark.text() + " is still there",
            "fill it in");
  }

  private static SpecFault fault(KitPhase phase, Path file, int line, String fault, String remedy) {
    return SpecFaults.at(file + ":" + line, phase.incomplete(fault), phase.remedy(remedy));
  }
}
