package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.SpecWishes.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A spec that was found, before it is known whether it can be started.
 *
 * @param spec its real path; the one that was written when it is not there
 * @param named how it came to be named
 * @param source what names it: a spec map, or what was given on the command line
 * @param entry what the spec map says of it; for other specs one that says nothing
 * @param passedBy why it is no spec although it was found; null when it is one
 */
record Found(Path spec, Named named, Path source, MapEntry entry, String passedBy) {

  /** A spec that a person or a folder names, and no map. */
  static Found alone(Path spec, Named named, Path source, Path project) {
    String place = spec.toString();
    String projectPlace = "--project";
    return new Found(
        spec,
        named,
        source,
        new MapEntry(
            place, spec, project, true, List.of(), false, 0, List.of(), place, place, projectPlace),
        null);
  }

  Found passedBy(String why) {
    return new Found(spec, named, source, entry, why);
  }

  boolean mapped() {
    return named == Named.BY_MAP;
  }

  /** The document's file name without its ending. */
  String stem() {
    String name = spec.getFileName() == null ? "spec" : spec.getFileName().toString();
    int dot = Files.isDirectory(spec) ? 0 : name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
