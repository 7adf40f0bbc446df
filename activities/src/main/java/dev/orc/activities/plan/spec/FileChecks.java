package dev.orc.activities.plan.spec;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what is to be started is there: the document and its project. For one request. */
final class FileChecks {
  private final SpecReader reader = new SpecReader();
  private final SpecFaults faults;

  FileChecks(SpecFaults faults) {
    this.faults = faults;
  }

  /** The document's title; null when it can not be read, which is a fault then. */
  String title(Found one) {
    MapEntry entry = one.entry();
    if (one.mapped() && Files.notExists(one.spec())) {
      faults.add(
          entry.specPlace(),
          "there is no spec " + one.spec(),
          "write the path from this map's folder, or from / on");
      return null;
    }
    if (one.mapped() && one.spec().toString().endsWith(".json")) {
      faults.add(
          entry.specPlace(),
          "a spec map can not name another one",
          "name that map beside this one");
      return null;
    }
    try {
      return reader.read(one.spec()).title();
    } catch (SpecRefusal refusal) {
      refusal.faults().forEach(faults::add);
      return null;
    }
  }

  /** The same without a word about what is wrong, for what is not started. */
  String titleIfAny(Found one) {
    try {
      return reader.read(one.spec()).title();
    } catch (SpecRefusal notStarted) {
      return null;
    }
  }

  void project(Found one) {
    MapEntry entry = one.entry();
    Path project = entry.project();
    if (project == null) {
      return;
    }
    if (entry.newProject()) {
      newProject(entry);
    } else if (Files.notExists(project)) {
      faults.add(
          entry.projectPlace(),
          "there is no project " + project,
          one.mapped()
              ? "name a directory that is there, or write \"new_project\": true"
              : "name a directory that is there");
    } else if (!Files.isDirectory(project)) {
      faults.add(entry.projectPlace(), project + " is not a folder", "name the project's folder");
    } else if (kitOutside(one, project)) {
      faults.add(
          entry.specPlace(),
          "the Spec Kit directory lies outside its project, so that its tasks can not be ticked",
          "move it to " + project.resolve(SpecKit.FOLDER) + " and commit it");
    }
  }

  private void newProject(MapEntry entry) {
    Path above = entry.project().getParent();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    if (above == null || entry.project().getFileName() == null) {
      faults.add(entry.projectPlace(), "no place for a new project", "name a folder below another");
    } else if (!Files.isDirectory(above) || !Files.isWritable(above)) {
      faults.add(
          entry.projectPlace(),
          "no new project can be made in " + above,
          "name a folder that you can write to");
    }
  }

  private static boolean kitOutside(Found one, Path project) {
    Path place = project.toAbsolutePath().normalize();
    return Files.isDirectory(one.spec())
        && !one.spec().startsWith(place)
        && !one.spec().startsWith(SpecPaths.realOr(place));
  }
}
