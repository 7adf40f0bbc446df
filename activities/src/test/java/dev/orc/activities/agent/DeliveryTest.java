package dev.orc.activities.agent;

import static dev.orc.activities.agent.HostForTests.message;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.HostForTests.Prompt;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.Condition;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to the scripted agent in real panes. */
@Timeout(120)
class DeliveryTest {
  @TempDir Path home;
  private HostForTests host;

  @BeforeEach
  void open() throws IOException {
    host = new HostForTests(home);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void anIdleAgentGetsItAtOnce() {
    assertThat(host.launch("developer", 1, "default busy 10ms").condition())
        .isEqualTo(Condition.READY);
    Receipt receipt = host.deliver("developer", 1, message("m1", "hello\nworld"));
    assertThat(receipt.delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(receipt.submittedAt()).isNotNull();
    assertThat(host.prompts(1))
        .containsExactly(new Prompt(1, "m1", "[orc m1 from tester] hello world", "developer"));
  }

  @Test
  void theSameMessageIsNeverBroughtTwice() {
    host.launch("developer", 1, "default busy 10ms");
    Message message = message("m1", "hello");
    host.deliver("developer", 1, message);
    assertThat(host.deliver("developer", 1, message).delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.newAgents().deliver(host.delivery("developer", 1, message)))
        .extracting(Receipt::delivery)
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1)).hasSize(1);
  }

  @Test
  void theSameIdInTheNextOrchestrationIsAnotherMessage() {
    host.launch("developer", 1, "default busy 10ms");
    host.deliver("developer", 1, message("brief/developer/1", "the first work"));
    host.tmux().killSession(host.tmux().session(HostForTests.PROJECT).orElseThrow());
    host.launch("developer", 1);
    assertThat(
            host.deliver("developer", 1, message("brief/developer/1", "the next work")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(2)).extracting(Prompt::text).last().asString().contains("next work");
  }

  /** A program that is slow to start would find it in its composer as somebody's text. */
  @Test
  void aBriefThatWentWithTheStartIsNotPastedAsLongAsItMayBeTaken() throws IOException {
    host.launch("developer", 1, "default busy 10ms");
    Path life = host.folders().lives(new AgentName(HostForTests.PROJECT, "developer")).resolve("1");
    Path prompt = Files.writeString(life.resolve("prompt"), "the brief");
    Message brief =
        Message.of(
            MessageKind.BRIEF, "brief/developer/1", "orc", "developer", "brief", Instant.now());

    Receipt waits = host.deliver("developer", 1, brief);
    assertThat(waits.delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(waits.detail()).contains("came with its start");
    assertThat(host.deliver("developer", 1, message("m1", "other mail")).delivery())
        .isEqualTo(Delivery.DELIVERED);

    Files.setLastModifiedTime(prompt, FileTime.from(Instant.now().minusSeconds(600)));
    await(
        "is idle",
        () ->
            host.truth()
                .sighting(HostForTests.PROJECT, "developer")
                .filter(seen -> seen.condition() == Condition.READY)
                .isPresent());
    assertThat(host.deliver("developer", 1, brief).delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(2)).extracting(Prompt::id).containsExactly("m1", "brief/developer/1");
  }

  @Test
  void manyMessagesToSeveralAgentsKeepTheirOrder() throws ExecutionException, InterruptedException {
    List<String> roles = List.of("developer", "tester", "devops", "researcher");
    for (String role : roles) {
      host.launch(role, 1, "default busy 1ms");
    }
    ExecutorService senders = Executors.newFixedThreadPool(roles.size());
    try {
      List<Future<List<Long>>> sent = new ArrayList<>();
      for (String role : roles) {
        Callable<List<Long>> send = () -> sendMany(role, 50);
        sent.add(senders.submit(send));
      }
      for (Future<List<Long>> one : sent) {
        one.get();
      }
    } finally {
      senders.shutdownNow();
    }
    for (String role : roles) {
      assertThat(host.prompts(200).stream().filter(prompt -> prompt.role().equals(role)))
          .extracting(Prompt::id)
          .containsExactlyElementsOf(
              IntStream.range(0, 50).mapToObj(number -> role + number).toList());
    }
  }

  private List<Long> sendMany(String role, int count) throws InterruptedException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      host.truth()
          .await(
              HostForTests.PROJECT,
              role,
              seen -> seen.condition() == Condition.READY,
              Duration.ofSeconds(10));
      long began = System.nanoTime();
      Receipt receipt = host.deliver(role, 1, message(role + i, "number " + i));
      millis.add((System.nanoTime() - began) / 1_000_000);
      assertThat(receipt.delivery()).as(receipt.toString()).isEqualTo(Delivery.DELIVERED);
    }
    return millis;
  }

  @Test
  void aBusyAgentsMailWaitsUnlessItIsUrgent() {
    host.launch("developer", 1, "on \"work\" do", "  busy 6s", "default busy 10ms");
    host.deliver("developer", 1, message("m1", "work"));
    Receipt waiting = host.deliver("developer", 1, message("m2", "later"));
    assertThat(waiting.delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(waiting.condition()).isEqualTo(Condition.BUSY);
    assertThat(waiting.submittedAt()).isNull();
    Message urgent =
        Message.of(MessageKind.WARNING, "m3", "orc", "developer", "stop", Instant.now());
    Receipt queued = host.deliver("developer", 1, urgent);
    assertThat(queued.delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(queued.detail()).isEqualTo("the program has queued it");
    await(
        "taken after the turn",
        () -> host.deliver("developer", 1, urgent).delivery() == Delivery.DELIVERED);
    assertThat(host.prompts(2)).extracting(Prompt::id).containsExactly("m1", "m3");
  }

  @Test
  void aSwallowedEnterIsSentAgainAndTheTextIsNot() {
    host.launch("developer", 1, "default busy 10ms", "swallow-enter 3");
    assertThat(host.deliver("developer", 1, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1))
        .extracting(Prompt::text)
        .containsExactly("[orc m1 from tester] hello");
  }

  @Test
  void worksByTheScreenAlone() {
    assertThat(host.launch("developer", 1, "default busy 10ms", "hooks off").condition())
        .isEqualTo(Condition.READY);
    for (int i = 0; i < 5; i++) {
      Message message = message("m" + i, "hello");
      await(
          "delivered " + i,
          () -> host.deliver("developer", 1, message).delivery() == Delivery.DELIVERED);
    }
    assertThat(host.prompts(5))
        .extracting(Prompt::id)
        .containsExactly("m0", "m1", "m2", "m3", "m4");
  }

  @Test
  void aSwallowedEnterIsSeenByTheScreenAlone() {
    host.launch("developer", 1, "default busy 10ms", "hooks off", "swallow-enter 2");
    assertThat(host.deliver("developer", 1, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1)).hasSize(1);
  }

  @Test
  void aPasteThatTheProgramLostIsBroughtAgain() {
    host.launch("developer", 1, "default busy 10ms", "lose-paste 1");
    assertThat(host.deliver("developer", 1, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1)).extracting(Prompt::id).containsExactly("m1");
  }

  @Test
  void whatAProgramHadFromElsewhereIsNotLeftInItsComposer() throws IOException {
    String pane = host.launch("developer", 1, "default busy 10ms", "swallow-enter 99").pane();
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(
            () -> host.deliver("developer", 1, message("m1", "hello")).delivery());
    await("pasted", () -> host.tmux().screen(pane).contains("[orc m1 "));
    Files.writeString(
        host.folders().spool(HostForTests.PROJECT, "developer"),
        "{\"event\":\"UserPromptSubmit\",\"incarnation\":1,\"at\":%d,"
                .formatted(Instant.now().getEpochSecond())
            + "\"data\":{\"prompt\":\"[orc m1 from tester]\\nhello\"}}\n",
        StandardOpenOption.APPEND);
    assertThat(delivery.join()).isEqualTo(Delivery.DELIVERED);
    await("empty again", () -> !host.tmux().screen(pane).contains("[orc m1 "));
  }

  @Test
  void aMegabyteArrives() {
    host.launch("developer", 1, "default busy 10ms");
    String text = "0123456789abcde\n".repeat(1 << 16);
    Message stored =
        new MessageTexts(host.folders()).stored(HostForTests.PROJECT, message("big", text));
    assertThat(stored.file()).isNotNull();
    assertThat(host.deliver("developer", 1, stored).delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1)).extracting(Prompt::id).containsExactly("big");
  }

  @Test
  void escapeSequencesAndSemicolonsAreOnlyText() {
    host.launch("developer", 1, "default busy 10ms");
    Message nasty = message("m1", "a\u001b[201~\u001b]0;x\u0007b\u0003\r\nc;");
    assertThat(host.deliver("developer", 1, nasty).delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1))
        .extracting(Prompt::text)
        .containsExactly("[orc m1 from tester] ab c;");
  }

  @Test
  void anotherLifeIsNotGivenIt() {
    host.launch("developer", 2, "default busy 10ms");
    assertThat(host.deliver("developer", 1, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.GONE);
    assertThat(host.deliver("developer", 3, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.GONE);
    assertThat(host.prompts()).isEmpty();
  }

  @Test
  void aDeadProgramIsGone() {
    long pid = host.launch("developer", 1, "default busy 10ms").pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await(
        "ended",
        () -> host.deliver("developer", 1, message("m1", "x")).delivery() == Delivery.GONE);
  }

  @Test
  void somebodysHalfTypedTextIsLeftAlone() {
    String pane = host.launch("developer", 1, "default busy 10ms").pane();
    host.tmux().keys(pane, List.of("h", "e", "y"));
    await("typed", () -> host.tmux().screen(pane).contains("❯ hey"));
    Receipt receipt = host.deliver("developer", 1, message("m1", "hello"));
    assertThat(receipt.delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(receipt.detail()).contains("half-typed");
    assertThat(host.tmux().screen(pane)).contains("❯ hey");
    Message urgent =
        Message.of(MessageKind.WARNING, "m2", "orc", "developer", "now", Instant.now());
    assertThat(host.deliver("developer", 1, urgent).delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(host.truth().sighting(HostForTests.PROJECT, "developer"))
        .hasValueSatisfying(seen -> assertThat(seen.detail()).contains("half-typed"));
    assertThat(host.tmux().screen(pane)).contains("❯ hey");
  }
}
