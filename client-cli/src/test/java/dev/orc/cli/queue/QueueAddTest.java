package dev.orc.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.FakeWorker;
import dev.orc.cli.Shell;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchEntry;
import dev.orc.workflows.model.BatchWish;
import dev.orc.workflows.model.StartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueAddTest {
  @TempDir Path folder;

  private final FakeWorker worker =
      new FakeWorker().answer("GET /v1/health", 200, Map.of("pid", 1));

  @BeforeEach
  void plan() throws IOException {
    Files.writeString(folder.resolve("a.md"), "# A");
    Files.writeString(folder.resolve("b.md"), "# B");
    BatchAdded added =
        new BatchAdded("1", "queue", List.of(new BatchAdded.Entry("i1", "a", false)));
    worker.answer("POST /v1/queue/specs", 202, added);
    worker.answer("POST /v1/queue", 202, added);
    StartRequest start =
        new StartRequest(
            "1-1", "person", "/a.md", "/home/me/a", null, "claude", null, null, null, null, null);
    worker.answer(
        "POST /v1/queue/specs?dry-run=true",
        200,
        new BatchAdd(
            "1",
            "person",
            "weekly",
            List.of(new BatchEntry(start, "a", 4, List.of("base"), List.of("web"))),
            new BatchWish(4, null, null)));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  private Shell.Result run(String line) {
    return new Shell(folder).speakingTo(worker).run(line.split(" ", -1));
  }

  @Test
  void goesToTheHostsQueueWhenNoBatchIsNamed() throws IOException {
    Shell.Result added = run("queue add a.md b.md --driver claude");
    assertThat(added.err()).isEmpty();
    assertThat(added.out())
        .isEqualTo(
            "Added a (i1)\n1 project added to batch queue.\n"
                + "Follow it: orc queue watch · see it: orc queue list\n");
    assertThat(worker.last().line()).isEqualTo("POST /v1/queue/specs");
    assertThat(worker.last().json()).containsEntry("batch", "queue");
  }

  @Test
  void whatTheCommandLineSaysOfAnEntryComesToWhatTheMapSays() throws IOException {
    Shell.Result added =
        run("queue add a.md --name shop --priority 9 --after blog,base --tag x --batch weekly");
    assertThat(added.err()).isEmpty();
    assertThat(worker.last().line()).isEqualTo("POST /v1/queue");
    assertThat(worker.last().json()).containsEntry("batch", "weekly");
    assertThat(worker.last().body())
        .contains("\"dependsOn\":[\"base\",\"blog\"]", "\"tags\":[\"web\",\"x\"]")
        .contains("\"priority\":9", "\"name\":\"shop\"", "\"spec\":\"/a.md\"")
        .contains("\"project\":\"/home/me/a\"", "\"parallel\":4");
    assertThat(worker.requests().get(1).json())
        .containsEntry("batch", "weekly")
        .hasEntrySatisfying("start", start -> assertThat(start.toString()).contains("name=shop"));
  }

  @Test
  void aSpecThatIsNotThereIsSaidBeforeAnythingIsAsked() {
    Shell.Result none = run("queue add c.md");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(worker.requests()).isEmpty();
  }
}
