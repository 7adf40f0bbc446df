package dev.orc.cli.load;

import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.Failure;
import dev.orc.cli.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The repositories and specs of a measured queue, and what their agents do. */
final class QueueFleet {
  /** What the agents follow, in the stage's folder. */
  static final String PLAYBOOK = "queue.play";

  private static final List<String> BEHAVIOUR =
      List.of(
          "on \"GOAL: Fail always\" once",
          "    report failed \"It can not be done\"",
          "",
          "# The second try is told what the first one came to, before the spec itself.",
          "on \"orc: the original spec*GOAL: Fail once\" once",
          "    write result.txt \"{project} at the second try\"",
          "    commit \"Do it at the second try\"",
          "    report done \"It is there now\"",
          "",
          "on \"GOAL: Fail once\" once",
          "    report failed \"Not this time\"",
          "",
          "on \"GOAL: Do it\" once",
          "    write result.txt {project}",
          "    commit \"Do it\"",
          "    report done \"It is there\"",
          "",
          "on anything",
          "    busy 5ms");

  private final Stage stage;
  private final QueuePlan plan;

  QueueFleet(Stage stage, QueuePlan plan) {
    this.stage = stage;
    this.plan = plan;
  }

  /** Makes them; answers the spec map. */
  Path prepare() {
    Path folder = stage.folder();
    Path template = stage.repository("template", Map.of("README.md", "# A small project\n"));
    try {
      Files.write(folder.resolve(PLAYBOOK), BEHAVIOUR);
      Path specs = Files.createDirectories(folder.resolve("specs"));
      Path projects = Files.createDirectories(folder.resolve("projects"));
      for (QueuePlan.Planned one : plan.projects()) {
        copy(template, projects.resolve(one.name()));
        Files.writeString(specs.resolve(one.name() + ".md"), one.spec());
      }
      return Files.writeString(specs.resolve("map.json"), ApiJson.text(plan.specMap()));
    } catch (IOException e) {
      throw Failure.failed(
          "the throwaway projects cannot be written: " + e.getMessage(), "Look for space: df");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        boolean sample = one.getFileName().toString().endsWith(".sample");
        if (!sample) {
          Files.copy(one, to.resolve(from.relativize(one).toString()));
        }
      }
    }
  }
}
