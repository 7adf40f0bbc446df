package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.activities.TaskQueues;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was recorded once must be replayed by the code of today. */
class HistoriesTest {
  private static final Path FOLDER = Path.of("src/test/resources/histories");

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void thereAreHistories() throws IOException {
    assertThat(histories()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void isReplayed(Path file) throws Exception {
    String json = Files.readString(file, StandardCharsets.UTF_8);
    WorkflowExecutionHistory history = WorkflowExecutionHistory.fromJson(json, "orc/shop");
    replay(history);
  }

  /** Replays with the converter that is used everywhere. */
  static void replay(WorkflowExecutionHistory history) throws Exception {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(OrcDataConverter.create())
                    .build())
            .build();
    try (TestWorkflowEnvironment env = TestWorkflowEnvironment.newInstance(options)) {
      Worker worker = env.newWorker(TaskQueues.WORKFLOWS);
      worker.registerWorkflowImplementationTypes(ProjectWorkflowImpl.class);
      WorkflowReplayer.replayWorkflowExecution(history, worker);
    }
  }
}
