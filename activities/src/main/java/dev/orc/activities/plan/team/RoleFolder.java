package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import dev.orc.workflows.model.AgentName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with role files, {@code NAME.md} each. Reads it anew every time. Immutable.
 *
 * @param within no file may lie outside of it, links followed; empty for a person's own folder
 */
record RoleFolder(Path folder, Optional<Path> within) {
  private static final String ENDING = ".md";
  private static final int MOST = 500;

  static RoleFolder ofUser(Path config) {
    return new RoleFolder(config.resolve("roles"), Optional.empty());
  }

  static RoleFolder ofProject(Path project) {
    return new RoleFolder(project.resolve(".orc/roles"), Optional.of(project));
  }

  /** The names of the roles that have a file here, whatever is in it. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path file : files(new ArrayList<>())) {
      name(file).filter(name -> AgentName.WORD.matcher(name).matches()).ifPresent(names::add);
    }
    return names;
  }

  /** What its files say; what is wrong in one becomes a fault, and the file is left out. */
  List<RoleDraft> drafts(List<Fault> faults) {
    List<RoleDraft> drafts = new ArrayList<>();
    for (Path file : files(faults)) {
      List<Fault> own = new ArrayList<>();
      draft(file, own).filter(read -> own.isEmpty()).ifPresent(drafts::add);
      faults.addAll(own);
    }
    return drafts;
  }

  private Optional<RoleDraft> draft(Path file, List<Fault> faults) {
    Optional<String> name = name(file);
    if (name.isEmpty()) {
      faults.add(new Fault(file, 1, "it is no role file", "call it NAME.md, or move it away"));
      return Optional.empty();
    }
    if (!AgentName.WORD.matcher(name.get()).matches()) {
      String right = RoleLibrary.canonical(name.get()).replaceAll("[^a-z0-9-]", "-");
      faults.add(
          new Fault(
              file, 1, "'" + name.get() + "' is not a role's name", "call it " + right + ENDING));
      return Optional.empty();
    }
    return ContainedText.read(file, within, faults)
        .map(text -> RoleFileReader.read(name.get(), file, file.toString(), text, faults));
  }

  private static Optional<String> name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING)
        ? Optional.of(name.substring(0, name.length() - ENDING.length()))
        : Optional.empty();
  }

  private List<Path> files(List<Fault> faults) {
    return DescribedFiles.in(folder, MOST, faults);
  }
}
