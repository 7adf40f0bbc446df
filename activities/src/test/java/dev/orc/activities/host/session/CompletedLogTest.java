package dev.orc.activities.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletedLogTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;
  private Path file;
  private CompletedLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("state/completed.jsonl");
    log = new CompletedLog(file, 20);
  }

  @Test
  void keepsEachRunOnceAlsoAcrossRestarts() {
    log.add(one("a"));
    log.add(one("a"));
    new CompletedLog(file, 20).add(one("a"));
    log.add(one("b"));

    assertThat(all()).containsExactly(one("a"), one("b"));
    assertThat(log.all(done -> done.runId().equals("b"))).containsExactly(one("b"));
  }

  @Test
  void isEmptyBeforeAnythingHasEnded() {
    assertThat(all()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void dropsATornLineAndEndsOneThatLacksItsEnd() throws IOException {
    log.add(one("a"));
    Files.writeString(file, "{\"project\":\"sh", StandardOpenOption.APPEND);
    assertThat(all()).containsExactly(one("a"));
    new CompletedLog(file, 20).add(one("b"));
    assertThat(Files.readAllLines(file)).hasSize(2);

    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 1));
    new CompletedLog(file, 20).add(one("c"));
    assertThat(all()).containsExactly(one("a"), one("b"), one("c"));
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() throws IOException {
    for (int i = 1; i <= 23; i++) {
      log.add(one("run-" + i));
    }

    List<Completed> all = all();
    assertThat(all.size()).isLessThanOrEqualTo(20);
    assertThat(all.get(all.size() - 1)).isEqualTo(one("run-23"));
    assertThat(all).doesNotContain(one("run-1")).contains(one("run-10"));
    assertThat(Files.readAllLines(file)).hasSameSizeAs(all);
  }

  private List<Completed> all() {
    return new CompletedLog(file, 20).all(done -> true);
  }

  private static Completed one(String run) {
    return new Completed(
        "shop",
        "Shop",
        "/src/shop",
        run,
        Phase.FAILED,
        FailureKind.TIMEOUT,
        "took too long",
        START,
        START.plusSeconds(60),
        5,
        Totals.NONE,
        new BatchRef("orc-queue/h1", "1", 2));
  }
}
