package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.JsonNode.Entry;
import dev.orc.activities.plan.spec.JsonNode.Flag;
import dev.orc.activities.plan.spec.JsonNode.Mapping;
import dev.orc.activities.plan.spec.JsonNode.Sequence;
import dev.orc.activities.plan.spec.JsonNode.Text;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StoryLevel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads spec maps, the JSON files that map specs to projects. Stateless. */
final class SpecMapReader {
  /** How many projects {@code "parallel": true} works on at a time. */
  static final int PARALLEL = 4;

  private static final int MOST_AT_A_TIME = 100;
  private static final int MOST_URGENT = 1_000;
  private static final String VERSION = "1.0";
  private static final List<String> KEYS = List.of("version", "specs", "batch_config");
  private static final List<String> ENTRY_KEYS =
      List.of(
          "spec_file",
          "project_directory",
          "enabled",
          "tags",
          "new_project",
          "priority",
          "depends_on");
  private static final List<String> BATCH_KEYS =
      List.of("parallel", "continue_on_error", "log_level");
  private static final List<String> LEVELS =
      Stream.of(StoryLevel.values()).map(StoryLevel::name).toList();

  private final Path home;

  /**
   * @param home what {@code ~/} stands for
   */
  SpecMapReader(Path home) {
    this.home = home;
  }

  /** Whether the text of a JSON file is meant to be a spec map. */
  static boolean meantBy(String text) {
    return text.contains("\"specs\"") || text.contains("\"spec_file\"");
  }

  /**
   * The map, as far as it can be read.
   *
   * @param file absolute
   * @param faults gets everything that is wrong in it
   */
  SpecMap read(Path file, SpecFaults faults) {
    Reading reading = new Reading(file, new MapValues(file, faults));
    try {
      return new JsonTree(file, faults)
          .read(SpecText.MAP.read(file))
          .map(reading::map)
          .orElseGet(() -> new SpecMap(file, List.of(), BatchWish.NONE));
    } catch (SpecRefusal refusal) {
      refusal.faults().forEach(faults::add);
      return new SpecMap(file, List.of(), BatchWish.NONE);
    }
  }

  /** The reading of one map. */
  private final class Reading {
    private final Path file;
    private final MapValues values;

    private Reading(Path file, MapValues values) {
      this.file = file;
      this.values = values;
    }

    private SpecMap map(JsonNode root) {
      Optional<Mapping> map = values.mapping(root, "the spec map", KEYS);
      map.ifPresent(this::checkVersion);
      return new SpecMap(
          file,
          map.map(this::entries).orElse(List.of()),
          map.map(this::batch).orElse(BatchWish.NONE));
    }

    private void checkVersion(Mapping map) {
      Optional<Text> version = values.required(map, "version", "\"" + VERSION + "\"");
      if (version.isPresent() && !version.get().value().equals(VERSION)) {
        values.fault(
            version.get().spot(),
            "version '" + version.get().value() + "' is not known",
            "write \"version\": \"" + VERSION + "\"");
      }
    }

    private List<MapEntry> entries(Mapping map) {
      Entry specs = map.entries().get("specs");
      String example = "[{\"spec_file\": \"a.md\", \"project_directory\": \"/path\"}]";
      if (specs == null) {
        values.fault(map.spot(), "'specs' is missing", "add \"specs\": " + example);
        return List.of();
      }
      if (!(specs.value() instanceof Sequence sequence)) {
        values.fault(
            specs.value().spot(), "'specs' is " + specs.value().kind(), "write a list: " + example);
        return List.of();
      }
      if (sequence.items().isEmpty()) {
        values.fault(sequence.spot(), "'specs' is empty", "name a spec: " + example);
      }
      List<MapEntry> entries = new ArrayList<>();
      for (JsonNode item : sequence.items()) {
        values
            .mapping(item, "an item of 'specs'", ENTRY_KEYS)
            .map(this::entry)
            .ifPresent(entries::add);
      }
      return entries;
    }

    private MapEntry entry(Mapping entry) {
      Optional<Text> spec = values.required(entry, "spec_file", "\"path/to/spec.md\"");
      Optional<Text> project = values.required(entry, "project_directory", "\"/path/to/project\"");
      Entry priority = entry.entries().get("priority");
      Integer urgency =
          priority == null
              ? Integer.valueOf(0)
              : values.whole(priority.value(), "'priority'", -MOST_URGENT, MOST_URGENT);
      String place = values.place(entry.spot());
      return new MapEntry(
          spec.map(Text::value).orElse(""),
          spec.map(this::path).orElse(null),
          project.map(this::path).orElse(null),
          values.flag(entry, "enabled", true),
          values.texts(entry, "tags", "\"backend\"").stream().map(Text::value).distinct().toList(),
          values.flag(entry, "new_project", false),
          urgency == null ? 0 : urgency,
          values.texts(entry, "depends_on", "\"other-spec\""),
          place,
          spec.map(text -> values.place(text.spot())).orElse(place),
          project.map(text -> values.place(text.spot())).orElse(place));
    }

    private Path path(Text text) {
      try {
        String written = text.value();
        Path path =
            written.equals("~") || written.startsWith("~/")
                ? home.resolve(written.substring(Math.min(2, written.length())))
                : file.resolveSibling(written);
        return path.normalize();
      } catch (InvalidPathException e) {
        values.fault(
            text.spot(), "no path that a host can have: " + e.getReason(), "write another");
        return null;
      }
    }

    private BatchWish batch(Mapping map) {
      Entry config = map.entries().get("batch_config");
      if (config == null) {
        return BatchWish.NONE;
      }
      return values
          .mapping(config.value(), "'batch_config'", BATCH_KEYS)
          .map(
              batch ->
                  new BatchWish(
                      parallel(batch.entries().get("parallel")),
                      values.flag(batch, "continue_on_error", null),
                      level(batch.entries().get("log_level"))))
          .orElse(BatchWish.NONE);
    }

    private Integer parallel(Entry entry) {
      if (entry == null) {
        return null;
      }
      if (entry.value() instanceof Flag flag) {
        return flag.value() ? PARALLEL : 1;
      }
      if (entry.value() instanceof JsonNode.Figure) {
        return values.whole(entry.value(), "'parallel'", 1, MOST_AT_A_TIME);
      }
      values.fault(
          entry.value().spot(),
          "'parallel' is " + entry.value().kind(),
          "write true, false, or how many at a time, without quotes");
      return null;
    }

    private String level(Entry entry) {
      if (entry == null) {
        return null;
      }
      Optional<Text> level = values.text(entry.value(), "'log_level'", "\"INFO\"");
      if (level.isPresent() && !LEVELS.contains(level.get().value())) {
        values.fault(
            level.get().spot(),
            "log_level '" + level.get().value() + "' is not known",
            SpecFaults.meant(level.get().value(), LEVELS, "write one of"));
        return null;
      }
      return level.map(Text::value).orElse(null);
    }
  }
}
