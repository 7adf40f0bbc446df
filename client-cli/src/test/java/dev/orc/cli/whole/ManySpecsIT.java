package dev.orc.cli.whole;

import static dev.orc.cli.whole.BatchSpecsForTests.SLOWLY;
import static dev.orc.cli.whole.BatchSpecsForTests.project;
import static dev.orc.cli.whole.BatchSpecsForTests.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.api.ApiJson;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.ItemState;
import dev.orc.workflows.model.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code orc start} over spec maps, mixed with documents, with and without {@code parallel}. */
@Timeout(240)
class ManySpecsIT {
  private static final List<String> ALONE =
      List.of("--driver", "scripted", "--roles", "orchestrator");

  @Test
  void aMapAndADocumentAreOneBatchSideBySide() throws Exception {
    try (OrcForTests orc = BatchSpecsForTests.home().raise()) {
      String map = mixedMap(orc).toString();
      String extra = project(orc, "extra", SLOWLY).toString();
      List<String> line = List.of("start", map, extra, "--filter-tags", "web", "--batch", "side");

      String dry = ok(orc, line, "--dry-run");
      assertThat(dry).contains("one: ", "two: ", "fresh: ", "extra: ", "4 would be started");
      assertThat(dry).doesNotContain("three", "off: ").contains("Nothing was changed.");
      assertThat(orc.ok("queue", "list", "--all", "--json").strip()).isEqualTo("[ ]");
      assertThat(fresh(orc)).isEmpty();

      assertThat(ok(orc, line, "--watch")).contains("Batch side is over, 4 projects: 4 completed");
      orc.follow(orc.batch("side"));
      assertThat(orc.batch("side").items()).allMatch(one -> one.state() == ItemState.COMPLETED);
      assertThat(fresh(orc)).singleElement().asString().matches("fresh_\\d{8}_\\d{6}");
      List<Completed> runs = orc.completed();
      assertThat(runs).hasSize(4).allMatch(run -> run.phase() == Phase.COMPLETED);
      assertThat(mostAtOnce(runs)).isGreaterThan(1);
      assertThat(orc.ok("completed", "--batch", "side")).contains("4 orchestrations, 4 completed");
    }
  }

  @Test
  void withoutParallelOneComesAfterAnother() throws Exception {
    try (OrcForTests orc = BatchSpecsForTests.home().raise()) {
      project(orc, "one", SLOWLY);
      project(orc, "two", SLOWLY);
      Path map = write(orc, false, List.of(entry("one", List.of()), entry("two", List.of())));
      ok(orc, List.of("start", map.toString()), "--batch", "row", "--watch");
      orc.follow(orc.batch("row"));
      assertThat(orc.completed()).hasSize(2);
      assertThat(mostAtOnce(orc.completed())).isEqualTo(1);
    }
  }

  private static String ok(OrcForTests orc, List<String> begun, String... more) {
    List<String> line = new ArrayList<>(begun);
    line.addAll(ALONE);
    line.addAll(List.of(more));
    return orc.ok(line.toArray(String[]::new));
  }

  private static Path mixedMap(OrcForTests orc) throws IOException {
    for (String name : List.of("one", "two", "three", "off")) {
      project(orc, name, SLOWLY);
    }
    Path fresh = Files.createDirectories(orc.folder().resolve("specs")).resolve("fresh.md");
    Files.writeString(fresh, spec("fresh", SLOWLY));
    return write(
        orc,
        true,
        List.of(
            entry("one", List.of("web")),
            entry("two", List.of("api", "web")),
            entry("three", List.of("api")),
            Map.of(
                "spec_file",
                "../off/off.md",
                "project_directory",
                "../off",
                "tags",
                List.of("web"),
                "enabled",
                false),
            Map.of(
                "spec_file",
                "fresh.md",
                "project_directory",
                "../fresh",
                "tags",
                List.of("web"),
                "new_project",
                true)));
  }

  private static Map<String, Object> entry(String name, List<String> tags) {
    return Map.of(
        "spec_file", "../" + name + "/" + name + ".md",
        "project_directory", "../" + name,
        "tags", tags);
  }

  private static Path write(OrcForTests orc, boolean parallel, List<Map<String, Object>> specs)
      throws IOException {
    Path folder = Files.createDirectories(orc.folder().resolve("specs"));
    Map<String, Object> map =
        Map.of("version", "1.0", "specs", specs, "batch_config", Map.of("parallel", parallel));
    return Files.writeString(folder.resolve("map.json"), ApiJson.text(map));
  }

  private static List<String> fresh(OrcForTests orc) throws IOException {
    return Await.names(orc.folder()).stream()
        .filter(name -> name.startsWith("fresh_") && !name.endsWith("worktrees"))
        .toList();
  }

  /** How many had begun and not ended when one more began. */
  private static long mostAtOnce(List<Completed> runs) {
    return runs.stream()
        .map(Completed::startedAt)
        .mapToLong(moment -> runs.stream().filter(run -> during(run, moment)).count())
        .max()
        .orElse(0);
  }

  private static boolean during(Completed run, Instant moment) {
    return !run.startedAt().isAfter(moment) && run.endedAt().isAfter(moment);
  }
}
