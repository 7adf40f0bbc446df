package dev.orc.workflows.batch;

import static dev.orc.workflows.batch.BatchFlow.entry;

import dev.orc.workflows.Recorder;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.ItemState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Plays what happens to batches and records it for the replay of every build. */
@EnabledIfSystemProperty(named = Recorder.EDITION, matches = ".+")
class BatchRecordingTest {
  @Test
  void failuresAndRetries() throws Exception {
    try (BatchFlow flow = BatchFlow.parallel(2)) {
      flow.host.play("a", Play.fails(FailureKind.VERIFICATION), Play.DONE);
      flow.host.play("b", Play.fails(FailureKind.HOST_LOST), Play.DONE);
      flow.host.play("c", Play.fails(FailureKind.BAD_SPEC));
      flow.host.world(host -> host.researcher = order -> Play.DONE);
      flow.add("a", "b", "c");
      flow.add(entry("d", 5, "a"));
      flow.until("a", ItemState.COMPLETED);
      flow.end();
      Recorder.write("batch", flow.histories());
    }
  }

  @Test
  void manyRuns() throws Exception {
    try (BatchFlow flow = BatchFlow.of(Numbers.usual().parallel(3).historyEvents(80).settings())) {
      flow.host.play("silent", Play.DONE.lasting(Duration.ofMinutes(30)).silent());
      flow.add("silent", "a", "b", "c", "d", "e", "f");
      flow.end();
      Recorder.write("batch-runs", flow.histories());
    }
  }
}
