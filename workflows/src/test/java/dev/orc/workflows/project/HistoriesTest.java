package dev.orc.workflows.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.Recorder;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
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
  /** A thread that has to wait for its turn is no deadlock. */
  private static final WorkerOptions BUSY_MACHINE =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(Recorder.FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void thereAreHistoriesOfAllThatHappens() throws IOException {
    assertThat(histories())
        .extracting(file -> file.getFileName().toString())
        .anyMatch(name -> name.startsWith("batch-"))
        .anyMatch(name -> name.startsWith("limits-"))
        .anyMatch(name -> name.startsWith("runs-"));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void isReplayed(Path file) throws Exception {
    String json = Files.readString(file, StandardCharsets.UTF_8);
    replay(WorkflowExecutionHistory.fromJson(json, workflow(file)));
  }

  /** A batch heeds what its own children say alone, and knows them by its id. */
  private static String workflow(Path file) {
    return file.getFileName().toString().startsWith("batch-")
        ? TaskQueues.batchId(Flow.HOST, null)
        : TaskQueues.workflowId(Flow.PROJECT);
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
      Worker worker = env.newWorker(TaskQueues.WORKFLOWS, BUSY_MACHINE);
      worker.registerWorkflowImplementationTypes(
          ProjectWorkflowImpl.class, BatchWorkflowImpl.class);
      WorkflowReplayer.replayWorkflowExecution(history, worker);
    }
  }
}
