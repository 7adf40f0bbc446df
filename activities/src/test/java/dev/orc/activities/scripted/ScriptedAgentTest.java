package dev.orc.activities.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.driver.HookEvent;
import dev.orc.activities.agent.driver.Reading;
import dev.orc.activities.agent.driver.SpoolLine;
import dev.orc.workflows.model.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripted agent in a real pane, read by its driver. */
class ScriptedAgentTest {
  @TempDir Path folder;
  private PaneForTests pane;

  @BeforeEach
  void open() throws IOException {
    pane = new PaneForTests(folder);
  }

  @AfterEach
  void close() {
    pane.close();
  }

  @Test
  void takesAPromptWorksAndIsReadyAgain() throws IOException {
    pane.start(3, "on brief", "  busy 700ms", "  say \"I am {role} of {project}\"");
    awaitCondition(Condition.READY);
    pane.submit("[orc m-1 from orc]\nbuild \"it\" — é 🎉");
    awaitCondition(Condition.BUSY);
    pane.awaitScreen("I am developer of demo");
    awaitCondition(Condition.READY);
    pane.awaitEvent("\"Stop\"");
    assertThat(pane.driver.composer(pane.screen())).isEmpty();
    assertThat(events())
        .extracting(HookEvent::event)
        .containsExactly("SessionStart", "UserPromptSubmit", "Stop");
    assertThat(events()).extracting(HookEvent::incarnation).containsOnly(3);
    HookEvent prompted = events().get(1);
    assertThat(pane.driver.isReceiptOf(prompted, "m-1")).isTrue();
    assertThat(pane.driver.isReceiptOf(prompted, "m-")).isFalse();
    assertThat(prompted.data().get("prompt").asText()).endsWith("build \"it\" — é 🎉");
    assertThat(events())
        .extracting(event -> condition(event).orElseThrow())
        .containsExactly(Condition.READY, Condition.BUSY, Condition.READY);
    assertThat(Files.readString(pane.receipts))
        .matches("\\d{13}\t3\tm-1\t\\[orc m-1 from orc] build \"it\" — é 🎉\tdeveloper\n");
  }

  @Test
  void survivesAPasteOfAMegabyte() throws IOException {
    String text = "[orc big from orc]\n" + "0123456789 äöü\n".repeat(65_000);
    pane.start(1);
    awaitCondition(Condition.READY);
    pane.submit(text);
    pane.awaitEvent("\"Stop\"");
    assertThat(events().get(1).data().get("prompt").asText()).isEqualTo(text);
  }

  @Test
  void swallowsEntersAndKeepsTheText() throws IOException {
    pane.start(1, "swallow-enter 2");
    awaitCondition(Condition.READY);
    pane.submit("hello");
    pane.keys("Enter");
    pane.keys("-l", " you");
    pane.awaitScreen("❯ hello you");
    assertThat(pane.events()).doesNotContain("UserPromptSubmit");
    pane.keys("Enter");
    pane.awaitEvent("\"prompt\":\"hello you\"");
  }

  @Test
  void clearsTheComposer() throws IOException {
    pane.start(1);
    awaitCondition(Condition.READY);
    pane.paste("one\ntwo");
    pane.await(
        () -> pane.driver.composer(pane.screen()).equals(Optional.of("one\ntwo")), "the text");
    pane.keys(pane.driver.clearKeys().toArray(String[]::new));
    pane.await(() -> pane.driver.composer(pane.screen()).isEmpty(), "an empty composer");
  }

  @Test
  void asksAtItsStartAndIsAnsweredByItsDriver() throws IOException {
    pane.start(1, "slow-start 200ms", "ask-at-start \"Yes, I trust this folder\"");
    awaitCondition(Condition.ASKING);
    Reading reading = pane.driver.read(pane.screen(), Instant.now(), ZoneOffset.UTC);
    assertThat(reading.detail()).isEqualTo("trust this folder");
    pane.driver.answer(pane.screen()).orElseThrow().steps().forEach(step -> pane.keys(step.key()));
    awaitCondition(Condition.READY);
  }

  @Test
  void leavesAQuestionThatNobodyForesawToAPerson() throws IOException {
    pane.start(1, "ask-at-start \"Yes, delete everything\"");
    awaitCondition(Condition.ASKING);
    Reading reading = pane.driver.read(pane.screen(), Instant.now(), ZoneOffset.UTC);
    assertThat(reading.detail()).isEqualTo("Yes, delete everything");
    assertThat(pane.driver.answer(pane.screen())).isEmpty();
    pane.keys("Escape");
    assertThat(pane.awaitExit()).isEqualTo(1);
  }

  @Test
  void asksInTheMiddleOfATurn() throws IOException {
    pane.start(1, "on anything", "  ask \"Yes, run it\"", "  say went-on");
    awaitCondition(Condition.READY);
    pane.submit("go");
    awaitCondition(Condition.ASKING);
    pane.awaitEvent("permission_prompt");
    pane.keys("Enter");
    pane.awaitScreen("went-on");
    awaitCondition(Condition.READY);
  }

  @Test
  void isLimitedForAWhileAndKeepsWhatComesMeanwhile() throws IOException {
    pane.start(1, "on first", "  limit \"You've hit your session limit · resets {reset}\" for 2s");
    awaitCondition(Condition.READY);
    pane.submit("[orc m1 from orc]\nfirst");
    awaitCondition(Condition.LIMITED);
    Reading reading = pane.driver.read(pane.screen(), Instant.now(), ZoneOffset.UTC);
    assertThat(reading.resetsAt()).isBetween(Instant.now(), Instant.now().plusSeconds(3));
    HookEvent failure = events().get(2);
    assertThat(failure.event()).isEqualTo("StopFailure");
    assertThat(condition(failure)).contains(Condition.LIMITED);
    pane.submit("[orc m2 from orc]\nsecond");
    awaitCondition(Condition.READY);
    pane.await(() -> count("\"Stop\"") == 2, "the end of both turns");
    assertThat(events())
        .extracting(HookEvent::event)
        .containsExactly(
            "SessionStart",
            "UserPromptSubmit",
            "StopFailure",
            "UserPromptSubmit",
            "StopFailure",
            "Notification",
            "Stop",
            "Stop");
  }

  @Test
  void hangsWithItsProcessAlive() throws IOException {
    pane.start(1, "on anything", "  hang");
    awaitCondition(Condition.READY);
    pane.submit("go");
    awaitCondition(Condition.BUSY);
    pane.keys("Escape");
    pane.keys("-l", "are you there");
    pane.keys("C-c");
    assertThat(pane.tmux("display-message", "-p", "#{pane_dead}")).isEqualTo("0");
    assertThat(pane.screen()).doesNotContain("are you there");
  }

  @Test
  void crashesInItsFirstLifeOnly() throws IOException {
    String[] playbook = {"incarnation 1 on anything", "  crash 137"};
    pane.start(1, playbook);
    awaitCondition(Condition.READY);
    pane.submit("go");
    assertThat(pane.awaitExit()).isEqualTo(137);
    assertThat(pane.events()).doesNotContain("SessionEnd");
    pane.start(2, playbook);
    awaitCondition(Condition.READY);
    pane.submit("go");
    pane.awaitEvent("\"event\":\"Stop\",\"incarnation\":2");
  }

  @Test
  void isKilledBySignal() throws IOException {
    pane.start(1, "on anything", "  kill-self");
    awaitCondition(Condition.READY);
    pane.submit("go");
    pane.awaitExit();
    assertThat(pane.tmux("display-message", "-p", "#{pane_dead_signal}")).isIn("9", "");
  }

  @Test
  void exitsInAnOrderlyWay() throws IOException {
    pane.start(1, "after 2 messages", "  exit 3");
    awaitCondition(Condition.READY);
    pane.submit("one");
    pane.awaitEvent("\"Stop\"");
    pane.submit("two");
    assertThat(pane.awaitExit()).isEqualTo(3);
    assertThat(pane.events()).contains("SessionEnd");
  }

  @Test
  void escapeInterruptsATurnAndControlCEndsTheProgram() throws IOException {
    pane.start(1, "on anything", "  busy 5m");
    awaitCondition(Condition.READY);
    pane.submit("go");
    awaitCondition(Condition.BUSY);
    pane.keys("Escape");
    awaitCondition(Condition.READY);
    pane.submit("again");
    awaitCondition(Condition.BUSY);
    pane.keys("C-c");
    awaitCondition(Condition.READY);
    pane.keys("C-c");
    assertThat(pane.awaitExit()).isEqualTo(130);
  }

  @Test
  void queuesWhatIsSubmittedWhileItIsBusy() throws IOException {
    pane.start(1, "default busy 300ms");
    awaitCondition(Condition.READY);
    pane.submit("[orc m1 from orc]\na");
    pane.submit("[orc m2 from orc]\nb");
    pane.submit("[orc m3 from orc]\nc");
    pane.await(() -> count("\"Stop\"") == 3, "three turns");
    assertThat(Files.readAllLines(pane.receipts))
        .extracting(line -> line.split("\t", -1)[2])
        .containsExactly("m1", "m2", "m3");
  }

  @Test
  void tellsNothingWithItsHooksOff() throws IOException {
    pane.start(1, "hooks off", "on anything", "  say done-it");
    awaitCondition(Condition.READY);
    pane.submit("go");
    pane.awaitScreen("done-it");
    assertThat(pane.events()).isEmpty();
  }

  @Test
  void writesCommitsSendsAndReports() throws IOException {
    Path said = folder.resolve("said");
    Path orc =
        Files.writeString(
            folder.resolve("orc"),
            "#!/bin/sh\nprintf '%s|' \"$ORC_INCARNATION\" \"$@\" >> '"
                + said
                + "'\necho >> '"
                + said
                + "'\n");
    assertThat(orc.toFile().setExecutable(true)).isTrue();
    Path play =
        Files.writeString(
            folder.resolve("work.play"),
            String.join(
                "\n",
                "on go",
                "  run git init -q .",
                "  write src/hello.txt \"Hello\\nWorld\"",
                "  write ../outside.txt no",
                "  wait-for src/hello.txt",
                "  commit \"Say hello; really\"",
                "  send tester \"look at $(this); please\"",
                "  report done \"Hello is there\"",
                "  report-from-old-life progress old"));
    pane.start(2, Map.of("ORC_BIN", orc.toString()), "--playbook", play.toString());
    awaitCondition(Condition.READY);
    pane.submit("go");
    pane.awaitEvent("\"Stop\"");
    assertThat(Files.readAllLines(said))
        .containsExactly(
            "2|send|tester|look at $(this); please|",
            "2|report|done|Hello is there|",
            "1|report|progress|old|");
    assertThat(Files.readString(pane.worktree.resolve("src/hello.txt")))
        .isEqualTo("Hello\nWorld\n");
    assertThat(folder.resolve("outside.txt")).doesNotExist();
    assertThat(pane.worktree.resolve(".git/COMMIT_EDITMSG")).hasContent("Say hello; really");
  }

  @Test
  void saysWhatIsWrongWithItsPlaybook() throws IOException {
    pane.start(1, "on brief", "  dance");
    assertThat(pane.awaitExit()).isEqualTo(2);
    assertThat(pane.tmux("capture-pane", "-p", "-J", "-S", "-"))
        .contains("test.play:2: an agent can not 'dance'");
  }

  private void awaitCondition(Condition condition) {
    pane.await(
        () ->
            pane.driver.read(pane.screen(), Instant.now(), ZoneOffset.UTC).condition() == condition,
        condition.name());
  }

  private List<HookEvent> events() {
    return pane.events().lines().map(SpoolLine::parse).flatMap(Optional::stream).toList();
  }

  private long count(String text) {
    return pane.events().lines().filter(line -> line.contains("\"event\":" + text)).count();
  }

  private Optional<Condition> condition(HookEvent event) {
    return pane.driver.read(event, Instant.now(), ZoneOffset.UTC).map(Reading::condition);
  }
}
