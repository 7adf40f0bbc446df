package dev.orc.activities.plan.spec;

import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what specs there are behind files, spec maps, Spec Kit directories, folders and patterns,
 * and everything that keeps them from being started. Changes nothing. Thread-safe.
 */
public final class SpecCatalog {
  private static final String DISABLED = "disabled";
  private static final String FILTERED = "filtered out";

  private final SpecMapReader maps;

  /**
   * @param home what {@code ~/} stands for in a spec map
   */
  public SpecCatalog(Path home) {
    this.maps = new SpecMapReader(home);
  }

  /** Every spec in the order in which they were named, and every fault. */
  public SpecsReport report(SpecsRequest request) {
    SpecFaults faults = new SpecFaults();
    SpecWishes wishes = new SpecWishes(maps, project(request, faults), faults);
    SpecPaths paths = new SpecPaths(wishes, faults);
    request.paths().forEach(paths::add);
    if (request.paths().isEmpty()) {
      faults.add("SPEC", "no spec is named", "name a spec, a spec map or a folder");
    }
    List<Found> found = wishes.all();
    TagFilter filter = new TagFilter(request.filterTags());
    filter.check(found, faults);
    List<SpecEntry> entries = entries(found, skipped(found, filter), faults);
    refuseNothing(entries, faults);
    BatchWish batch = wishes.batch();
    return new SpecsReport(entries, faults.all(), batch);
  }

  private static Path project(SpecsRequest request, SpecFaults faults) {
    try {
      Path project = request.project() == null ? null : Path.of(request.project());
      if (project == null || project.isAbsolute()) {
        return project;
      }
      faults.add("--project", project + " is not an absolute path", "name it from / on");
    } catch (InvalidPathException e) {
      faults.add("--project", "no path that this host can have: " + e.getReason(), "name another");
    }
    return null;
  }

  private static Map<Found, String> skipped(List<Found> found, TagFilter filter) {
    Map<Found, String> skipped = new LinkedHashMap<>();
    for (Found one : found) {
      if (one.passedBy() != null) {
        skipped.put(one, one.passedBy());
      } else if (!one.entry().enabled()) {
        skipped.put(one, DISABLED);
      } else if (!filter.keeps(one)) {
        skipped.put(one, FILTERED);
      }
    }
    return skipped;
  }

  private static List<SpecEntry> entries(
      List<Found> found, Map<Found, String> skipped, SpecFaults faults) {
    Map<Found, String> names = names(found);
    Dependencies dependencies = new Dependencies(names, skipped, faults);
    FileChecks checks = new FileChecks(faults);
    List<SpecEntry> entries = new ArrayList<>();
    for (Found one : found) {
      boolean starts = !skipped.containsKey(one);
      if (starts) {
        checks.project(one);
      }
      String title = starts ? checks.title(one) : checks.titleIfAny(one);
      entries.add(entry(one, title, names.get(one), dependencies.of(one), skipped.get(one)));
    }
    return entries;
  }

  private static SpecEntry entry(
      Found one, String title, String name, List<String> dependsOn, String skipped) {
    MapEntry entry = one.entry();
    return new SpecEntry(
        one.spec().toString(),
        Files.isDirectory(one.spec()) ? "spec-kit" : "markdown",
        title,
        entry.project() == null ? null : entry.project().toString(),
        entry.newProject(),
        name,
        entry.priority(),
        dependsOn,
        entry.tags(),
        entry.place(),
        skipped);
  }

  /** File names without their endings; a second one of the same name gets a number. */
  private static Map<Found, String> names(List<Found> found) {
    Map<Found, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Found one : found) {
      String name = one.stem();
      for (int number = 2; !taken.add(name); number++) {
        name = one.stem() + "-" + number;
      }
      names.put(one, name);
    }
    return names;
  }

  private static void refuseNothing(List<SpecEntry> entries, SpecFaults faults) {
    boolean nothing = entries.stream().allMatch(entry -> entry.skipped() != null);
    if (nothing && faults.none()) {
      faults.add(
          entries.get(0).place(),
          "nothing is left to start: every entry is disabled or filtered out",
          "enable one, or filter by other tags");
    }
  }
}
