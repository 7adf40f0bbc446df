package dev.orc.worker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.orc.activities.agent.LifeTokens;
import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(60)
class OutboxTest {
  @TempDir Path home;
  private final List<Need> told = new CopyOnWriteArrayList<>();

  @Test
  void outlivesAFolderThatIsGoneForAWhile() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Outbox outbox =
        new Outbox(
            folders,
            new HandOver(null, new LifeTokens(folders), project -> false),
            refused(folders));
    Path folder = folders.outbox();
    Files.delete(folder.resolve("refused"));
    Files.delete(folder);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger log = (Logger) LoggerFactory.getLogger(Outbox.class);
    log.addAppender(said);
    outbox.start();
    try {
      await(() -> !said.list.isEmpty()); // a sweep has found no folder, and said so
      Files.createDirectories(folder);
      Path poison = Files.writeString(folder.resolve("1.json"), "no JSON");
      Files.setLastModifiedTime(poison, FileTime.from(Instant.now().minusSeconds(60)));
      await(() -> !Files.exists(poison));
      assertThat(folder.resolve("refused").resolve("1.json")).hasContent("no JSON");
      await(() -> !told.isEmpty());
      assertThat(told.get(0).story()).isEqualTo("no JSON");
    } finally {
      log.detachAppender(said);
      outbox.close();
    }
  }

  @Test
  void aProjectThatDoesNotAnswerKeepsNobodyElsesWordsWaiting()
      throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    CountDownLatch answers = new CountDownLatch(1);
    List<String> taken = new CopyOnWriteArrayList<>();
    Outbox outbox =
        new Outbox(
            folders,
            file -> {
              if (file.startsWith(folders.outbox("mute"))) {
                awaitLatch(answers);
              }
              taken.add(file.getFileName().toString());
            },
            refused(folders));
    put(folders, "mute", "1.json");
    put(folders, "mute", "2.json");
    put(folders, "other", "3.json");
    outbox.start();
    try {
      await(() -> taken.equals(List.of("3.json")));
      answers.countDown();
      await(() -> taken.equals(List.of("3.json", "1.json", "2.json")));
      await(() -> outbox.size() == 0);
    } finally {
      outbox.close();
    }
  }

  @Test
  void keepsWhatOnlyDoesNotAnswerNow() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    AtomicInteger tries = new AtomicInteger();
    List<String> taken = new CopyOnWriteArrayList<>();
    Outbox outbox =
        new Outbox(
            folders,
            file -> {
              if (tries.incrementAndGet() == 1) {
                throw Status.FAILED_PRECONDITION
                    .withDescription("Workflow Task in failed state")
                    .asRuntimeException();
              }
              taken.add(file.getFileName().toString());
            },
            refused(folders));
    put(folders, "p", "1.json");
    put(folders, "p", "2.json");
    outbox.start();
    try {
      await(() -> taken.equals(List.of("1.json", "2.json")));
      assertThat(folders.outbox().resolve("refused")).isEmptyDirectory();
    } finally {
      outbox.close();
    }
  }

  @Test
  void whatIsRefusedForGoodIsToldOnceWithItsText() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    say(folders, "7.json", "the tests pass");
    OutboxLane.Taker over =
        file -> {
          throw new Refusal(Refusal.Kind.REFUSED, "the orchestration shop is over", "look");
        };
    try (Outbox outbox = new Outbox(folders, over, refused(folders))) {
      outbox.start();
      await(() -> exists(folders, "7.json.told"));
      assertThat(outbox.size()).isZero();
      assertThat(outbox.refused().size()).isEqualTo(1);
      assertThat(outbox.refused().of("other")).isEmpty();
      assertThat(outbox.refused().of("shop")).isEqualTo(told);
    }
    try (Outbox next = new Outbox(folders, over, refused(folders))) {
      say(folders, "8.json", "and all is merged");
      next.start();
      await(() -> exists(folders, "8.json.told"));
    }
    assertThat(told).hasSize(2);
    Need need = told.get(0);
    assertThat(need.what()).contains("developer").contains("the orchestration shop is over");
    assertThat(need.story()).contains("the tests pass").doesNotContain("a-token");
    assertThat(need.remedy()).contains("refused/7.json");
  }

  @Test
  void whatAWorkerThatDiedDidNotTellTheNextOneTells() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    Path before = folders.outbox().resolve("refused");
    Files.createDirectories(before);
    Files.writeString(before.resolve("1.json"), words("of long ago"));
    Files.writeString(before.resolve("1.json.reason"), "it was over\n");
    try (Outbox outbox = new Outbox(folders, file -> {}, refused(folders))) {
      outbox.start();
      await(() -> exists(folders, "1.json.told"));
    }
    assertThat(told).singleElement().satisfies(need -> assertThat(need.what()).contains("over"));
  }

  @Test
  void nothingThatPassesCountsAsRefused() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    List<RuntimeException> passing =
        List.of(
            new Refusal(Refusal.Kind.NO_SERVER, "the Temporal server does not answer", "wait"),
            new Refusal(Refusal.Kind.FAILED, "no room on the disk", "make some"),
            Status.UNAVAILABLE.asRuntimeException(),
            new IllegalStateException("a fault of ours that passes"));
    AtomicInteger tries = new AtomicInteger();
    List<String> taken = new CopyOnWriteArrayList<>();
    say(folders, "1.json", "still here");
    OutboxLane.Taker taker =
        file -> {
          int times = tries.getAndIncrement();
          if (times < passing.size()) {
            throw passing.get(times);
          }
          taken.add(file.getFileName().toString());
        };
    OutboxLane lane = new OutboxLane(folders.outbox("shop"), refused(folders), taker);
    for (int pass = 0; pass <= passing.size(); pass++) {
      lane.wake(Runnable::run);
    }
    assertThat(taken).containsExactly("1.json");
    assertThat(told).isEmpty();
  }

  @Test
  void aWorkerThatEndsMeanwhileRefusesNothing() throws IOException, InterruptedException {
    HostFolders folders = HostFolders.of(Map.of("ORC_HOME", home.toString()));
    CountDownLatch under = new CountDownLatch(1);
    say(folders, "1.json", "on its way");
    Outbox outbox =
        new Outbox(
            folders,
            file -> {
              under.countDown();
              awaitLatch(new CountDownLatch(1));
              throw new IllegalStateException("interrupted between two attempts");
            },
            refused(folders));
    outbox.start();
    assertThat(under.await(30, TimeUnit.SECONDS)).isTrue();
    outbox.close();
    assertThat(outbox.size()).isEqualTo(1);
    assertThat(told).isEmpty();
  }

  private RefusedWords refused(HostFolders folders) {
    return new RefusedWords(folders, told::add);
  }

  private static boolean exists(HostFolders folders, String name) {
    return Files.exists(folders.outbox().resolve("refused").resolve(name));
  }

  private static void say(HostFolders folders, String name, String text) throws IOException {
    Files.createDirectories(folders.outbox("shop"));
    Path unfinished = folders.outbox("shop").resolve(name + ".tmp");
    Files.writeString(unfinished, words(text));
    Files.move(unfinished, folders.outbox("shop").resolve(name));
  }

  private static String words(String text) {
    return "{\"project\":\"shop\",\"token\":\"a-token\",\"report\":{\"id\":\"r\",\"role\":\"developer\","
        + "\"kind\":\"DONE\",\"text\":\""
        + text
        + "\"}}";
  }

  private static void put(HostFolders folders, String project, String name) throws IOException {
    Files.createDirectories(folders.outbox(project));
    Files.writeString(folders.outbox(project).resolve(name), "{}");
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
