package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder with a YAML file for each thing that it describes, {@code NAME.yaml}: types of projects,
 * workflows. Reads it anew every time. Immutable.
 *
 * @param name what a file may be called, without its ending
 * @param within no file may lie outside of it, links followed; empty for a person's own folder
 */
record TypeFolder(Path folder, Pattern name, Optional<Path> within) {
  static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,47}");
  static final Pattern WORKFLOW = Pattern.compile("[a-z][a-z0-9-]{0,47}");
  private static final String ENDING = ".yaml";
  private static final int MOST = 200;

  static TypeFolder ofUser(Path config) {
    return new TypeFolder(config.resolve("teams"), TYPE, Optional.empty());
  }

  static TypeFolder ofProject(Path project) {
    return new TypeFolder(project.resolve(".orc/teams"), TYPE, Optional.of(project));
  }

  static TypeFolder ofWorkflows(Path config) {
    return new TypeFolder(config.resolve("workflows"), WORKFLOW, Optional.empty());
  }

  /** The names of those that have a file here, whatever is in it. */
  List<String> names() {
    return files(new ArrayList<>()).stream()
        .map(TypeFolder::stem)
        .filter(name.asMatchPredicate())
        .toList();
  }

  Path file(String of) {
    return folder.resolve(of + ENDING);
  }

  /** The texts by name, in the order of the names; what can not be read becomes a fault. */
  Map<String, String> texts(List<Fault> faults) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path file : files(faults)) {
      String stem = stem(file);
      if (!file.getFileName().toString().endsWith(ENDING)) {
        faults.add(new Fault(file, 1, "it is not read here", "call it NAME.yaml, or move it away"));
      } else if (!name.matcher(stem).matches()) {
        faults.add(
            new Fault(
                file,
                1,
                "'" + stem + "' can not be its name",
                "use lower-case letters and digits, parted as in " + example()));
      } else {
        ContainedText.read(file, within, faults).ifPresent(text -> texts.put(stem, text));
      }
    }
    return texts;
  }

  private String example() {
    return name.equals(TYPE) ? "mobile_app.yaml" : "product-launch.yaml";
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  private List<Path> files(List<Fault> faults) {
    return DescribedFiles.in(folder, MOST, faults);
  }
}
