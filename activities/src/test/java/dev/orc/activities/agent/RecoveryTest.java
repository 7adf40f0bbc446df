package dev.orc.activities.agent;

import static dev.orc.activities.agent.HostForTests.PROJECT;
import static dev.orc.activities.agent.HostForTests.message;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.HostForTests.Prompt;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.model.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker is killed at each stage of a delivery, and another one repeats it. */
@Timeout(60)
class RecoveryTest {
  private static final String TEXT = "[orc m1 from tester]\nhello";
  private static final Message MESSAGE = message("m1", "hello");

  @TempDir Path home;
  private HostForTests host;
  private Launched agent;

  @BeforeEach
  void open() throws IOException {
    host = new HostForTests(home);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  private void launch(String... playbook) {
    agent = host.launch("developer", 1, playbook);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void killedBeforeThePaste(String hooks) {
    launch("default busy 10ms", "hooks " + hooks);
    journal(DeliveryStage.PASTING);
    repeatBringsItOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void killedWithinThePaste(String hooks) {
    launch("default busy 10ms", "hooks " + hooks);
    journal(DeliveryStage.PASTING);
    paste();
    repeatBringsItOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void killedBeforeEnter(String hooks) {
    launch("default busy 10ms", "hooks " + hooks);
    journal(DeliveryStage.PASTED);
    paste();
    repeatBringsItOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void killedWithinEnter(String hooks) {
    launch("default busy 10ms", "hooks " + hooks);
    journal(DeliveryStage.SUBMITTING);
    paste();
    repeatBringsItOnce();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void killedAfterEnter(String hooks) {
    launch("default busy 10ms", "hooks " + hooks);
    journal(DeliveryStage.SUBMITTING);
    paste();
    enter();
    repeatBringsItOnce();
  }

  @Test
  void killedAfterEnterOfABusyAgent() {
    launch("on \"hello\" do", "  busy 30s");
    journal(DeliveryStage.SUBMITTING);
    paste();
    enter();
    repeatBringsItOnce();
  }

  @Test
  void killedBeforeThePasteOfAnAgentThatWorksNow() {
    launch("on \"work\" do", "  busy 30s");
    host.deliver("developer", 1, message("m0", "work"));
    journal(DeliveryStage.PASTING);
    host.restartWorker();
    assertThat(host.deliver("developer", 1, MESSAGE).delivery()).isEqualTo(Delivery.DEFERRED);
    assertThat(host.tmux().screen(agent.pane())).doesNotContain("[orc m1");
  }

  @Test
  void killedAfterTheConfirmation() {
    launch("default busy 10ms");
    assertThat(host.deliver("developer", 1, MESSAGE).delivery()).isEqualTo(Delivery.DELIVERED);
    repeatBringsItOnce();
  }

  @Test
  void whatIsLeftOfAMessageThatWasGivenUpIsNotMixedIntoTheNext() {
    launch("default busy 10ms");
    paste();
    journal(DeliveryStage.GIVEN_UP);
    assertThat(host.deliver("developer", 1, message("m2", "second")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1))
        .extracting(Prompt::text)
        .containsExactly("[orc m2 from tester] second");
  }

  @Test
  void aJournalOfAnEarlierLifeIsNothing() {
    launch("default busy 10ms");
    host.deliver("developer", 1, MESSAGE);
    host.launch("developer", 2);
    assertThat(host.deliver("developer", 2, MESSAGE).delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(2)).extracting(Prompt::incarnation).containsExactly(1, 2);
  }

  private void repeatBringsItOnce() {
    host.restartWorker();
    Receipt receipt = host.deliver("developer", 1, MESSAGE);
    assertThat(receipt.delivery()).as(receipt.toString()).isEqualTo(Delivery.DELIVERED);
    assertThat(host.prompts(1))
        .extracting(Prompt::text)
        .containsExactly("[orc m1 from tester] hello");
  }

  private void journal(DeliveryStage stage) {
    Path file =
        host.folders().state().resolve("journal").resolve(PROJECT).resolve("developer.jsonl");
    new RoleJournal(file)
        .note(
            new JournalEntry(
                "m1", 1, stage, stage == DeliveryStage.SUBMITTING ? Instant.now() : null));
  }

  private void paste() {
    host.tmux().paste(agent.pane(), TEXT);
    await("pasted", () -> host.tmux().screen(agent.pane()).contains("❯ [orc m1"));
  }

  private void enter() {
    host.tmux().keys(agent.pane(), List.of("Enter"));
    await("submitted", () -> host.prompts().size() == 1);
  }
}
