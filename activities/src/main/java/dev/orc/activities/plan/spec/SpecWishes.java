package dev.orc.activities.plan.spec;

import dev.orc.workflows.model.BatchWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Collects the specs that were named, in their order, each once. For one request. */
final class SpecWishes {
  /** Who names a spec. */
  enum Named {
    BY_PERSON,
    BY_FOLDER,
    BY_MAP
  }

  /** What makes two entries of maps the same. */
  private record Same(Path spec, Path project) {}

  private final SpecMapReader reader;
  private final Path project;
  private final SpecFaults faults;
  private final List<Found> found = new ArrayList<>();
  private final Set<Path> documents = new LinkedHashSet<>();
  private final Map<Path, SpecMap> maps = new LinkedHashMap<>();
  private final Map<Same, Found> mapped = new HashMap<>();

  /**
   * @param project for specs that name none; may be null
   */
  SpecWishes(SpecMapReader reader, Path project, SpecFaults faults) {
    this.reader = reader;
    this.project = project;
    this.faults = faults;
  }

  /** A spec that no map names. */
  void spec(Path spec, Named named, Path as) {
    if (documents.add(spec)) {
      found.add(Found.alone(spec, named, as, project));
    }
  }

  /** A document of a folder that is no spec. */
  void passBy(Path file, Path as, String why) {
    if (documents.add(file)) {
      found.add(Found.alone(file, Named.BY_FOLDER, as, null).passedBy(why));
    }
  }

  /** Everything that a spec map names. */
  void map(Path file) {
    if (maps.containsKey(file)) {
      return;
    }
    SpecMap map = reader.read(file, faults);
    maps.put(file, map);
    for (MapEntry entry : map.entries()) {
      if (entry.spec() != null) {
        add(new Found(kitOr(SpecPaths.realOr(entry.spec())), Named.BY_MAP, file, entry, null));
      }
    }
  }

  /** In order; a document that a map names too is left to the map, which says more. */
  List<Found> all() {
    return found.stream().filter(one -> one.mapped() || !leftToMap(one)).toList();
  }

  /** How the maps want a batch to be run; where they disagree is a fault. */
  BatchWish batch() {
    return new BatchWish(
        agreed("parallel", BatchWish::parallel),
        agreed("continue_on_error", BatchWish::continueOnError),
        agreed("log_level", BatchWish::logLevel));
  }

  private void add(Found one) {
    MapEntry entry = one.entry();
    if (entry.enabled() && entry.project() != null) {
      Found before =
          mapped.putIfAbsent(new Same(one.spec(), SpecPaths.realOr(entry.project())), one);
      if (before != null) {
        faults.add(
            entry.place(),
            "the same spec for the same project stands at " + before.entry().place(),
            "keep one of them, or give one another project_directory");
        return;
      }
    }
    found.add(one);
  }

  /** A folder's documents always; what a person named unless the map does not start it. */
  private boolean leftToMap(Found one) {
    return found.stream()
        .filter(other -> other.mapped() && other.spec().equals(one.spec()))
        .anyMatch(other -> one.named() == Named.BY_FOLDER || other.entry().enabled());
  }

  private <T> T agreed(String key, Function<BatchWish, T> value) {
    SpecMap said = null;
    for (SpecMap map : maps.values()) {
      T wanted = value.apply(map.batch());
      if (wanted != null && said != null && !wanted.equals(value.apply(said.batch()))) {
        faults.add(
            map.file().toString(),
            "'"
                + key
                + "' is "
                + wanted
                + " here and "
                + value.apply(said.batch())
                + " in "
                + said.file(),
            "say the same in both, or say it in one");
      }
      said = wanted == null || said != null ? said : map;
    }
    return said == null ? null : value.apply(said.batch());
  }

  private static Path kitOr(Path spec) {
    return SpecKit.meantBy(spec).map(SpecKit::directory).orElse(spec);
  }
}
