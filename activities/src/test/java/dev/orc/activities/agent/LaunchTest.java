package dev.orc.activities.agent;

import static dev.orc.activities.agent.HostForTests.PROJECT;
import static dev.orc.activities.agent.HostForTests.message;
import static dev.orc.activities.host.tmux.TmuxForTests.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.host.tmux.Tmux.NewWindow;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.workflows.activities.AgentActivities.Delivery;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.model.Condition;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LaunchTest {
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
  void startsTheProgramInAMarkedWindow() {
    Launched launched = host.launch("developer", 1);
    assertThat(launched.condition()).isEqualTo(Condition.READY);
    assertThat(launched.found()).isFalse();
    assertThat(Path.of(launched.briefFile())).exists();
    Pane pane = host.tmux().pane(launched.pane()).orElseThrow();
    assertThat(pane)
        .extracting(Pane::project, Pane::role, Pane::incarnation, Pane::windowName)
        .containsExactly(PROJECT, "developer", 1, "developer");
    assertThat(host.truth().view(PROJECT).sessionPresent()).isTrue();
  }

  @Test
  void aLifeThatRunsIsFoundAndNotStartedTwice() {
    Launched first = host.launch("developer", 1);
    Launched again = host.newAgents().launch(host.order("developer", 1));
    assertThat(again.found()).isTrue();
    assertThat(again.pid()).isEqualTo(first.pid());
    assertThat(windows("developer")).hasSize(1);
  }

  @Test
  void aWindowThatAPersonHasSplitIsStillTheAgents() throws IOException, InterruptedException {
    Launched first = host.launch("developer", 1);
    host.splitWindow(first.pane());
    assertThat(windows("developer")).hasSize(2);
    Launched again = host.launch("developer", 1);
    assertThat(again.found()).isTrue();
    assertThat(again.pane()).isEqualTo(first.pane());
    assertThat(windows("developer")).hasSize(2);
    assertThat(host.deliver("developer", 1, message("m1", "hello")).delivery())
        .isEqualTo(Delivery.DELIVERED);
    ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
    await(
        "ended",
        () ->
            host.truth().sighting(PROJECT, "developer").orElseThrow().condition()
                == Condition.EXITED);
  }

  @Test
  void theNextOrchestrationBeginsWithFirstLivesAgain() {
    host.launch("developer", 1);
    host.launch("developer", 2);
    host.tmux().killSession(host.tmux().session(PROJECT).orElseThrow());
    Launched again = host.launch("developer", 1);
    assertThat(again.condition()).isEqualTo(Condition.READY);
    assertThat(host.truth().sighting(PROJECT, "developer"))
        .hasValueSatisfying(seen -> assertThat(seen.incarnation()).isEqualTo(1));
  }

  @Test
  void earlierLivesAreArchivedAndEnded() {
    Launched first = host.launch("developer", 1);
    Launched second = host.launch("developer", 2);
    assertThat(second.condition()).isEqualTo(Condition.READY);
    assertThat(windows("developer")).extracting(Pane::incarnation).containsExactly(2);
    assertThat(host.archived()).extracting(Pane::id).containsExactly(first.pane());
    await("ended", () -> ProcessHandle.of(first.pid()).isEmpty());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatLivesOnWithoutItsWindowEndsBeforeTheNextLifeAndWithADismissal() throws IOException {
    Launched first = host.launch("developer", 1);
    ProcessHandle left = whoDoesNotEndWithItsWindow();
    host.tmux().killWindow(first.window());
    host.launch("developer", 2);
    await("the first is ended", () -> !left.isAlive());
    ProcessHandle again = whoDoesNotEndWithItsWindow();
    host.tmux().killSession(host.tmux().session(PROJECT).orElseThrow());
    host.agents().dismiss(new DismissOrder(PROJECT, "developer", "done"));
    await("the next is ended", () -> !again.isAlive());
  }

  /** A process of the developer's first life that has left every window and every session. */
  private ProcessHandle whoDoesNotEndWithItsWindow() throws IOException {
    Path file = Files.createTempFile(home, "left", "");
    String script = "trap '' HUP TERM; echo $$ > " + file + "; while :; do sleep 600; done";
    Map<String, String> marks =
        Map.of(
            "ORC_SPOOL",
            host.folders().spool(PROJECT, "developer").toString(),
            "ORC_INCARNATION",
            "1");
    String apart = "setsid sh -c \"" + script.replace("$", "\\$") + "\" &";
    String untilItRuns = " while [ ! -s " + file + " ]; do sleep 0.02; done";
    List<String> command = List.of("sh", "-c", apart + untilItRuns);
    Pane begun =
        host.tmux()
            .newWindow(
                host.tmux().session(PROJECT).orElseThrow(),
                new NewWindow("left", home.toString(), command, marks, Map.of()));
    await("it runs", () -> file.toFile().length() > 0);
    // As long as that window's own program lives, what it started is that window's.
    await(
        "it is left alone",
        () ->
            host.tmux().panes().stream()
                .noneMatch(pane -> pane.window().equals(begun.window()) && !pane.dead()));
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  @Test
  void aLaterLifeIsNotReplacedByAnEarlierOne() {
    host.launch("developer", 2);
    assertThatThrownBy(() -> host.launch("developer", 1))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isTrue())
        .hasMessageContaining("later life");
    assertThat(windows("developer")).hasSize(1);
  }

  @Test
  void aDialogThatTheDriverKnowsIsAnswered() {
    Launched launched = host.launch("developer", 1, "ask-at-start \"Yes, I trust this folder\"");
    assertThat(launched.condition()).isEqualTo(Condition.READY);
  }

  @Test
  void anyOtherDialogIsShown() {
    Launched launched = host.launch("developer", 1, "ask-at-start \"Yes, delete it all\"");
    assertThat(launched.condition()).isEqualTo(Condition.ASKING);
    assertThat(launched.detail()).contains("delete it all");
  }

  @Test
  void aSlowProgramIsWaitedFor() {
    assertThat(host.launch("developer", 1, "slow-start 1500ms").condition())
        .isEqualTo(Condition.READY);
  }

  @Test
  void aProgramThatEndsAtItsStartSaysWhy() {
    assertThatThrownBy(() -> host.launch("developer", 1, "nonsense here"))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isFalse())
        .hasMessageContaining("ended with status 2")
        .hasMessageContaining("'nonsense' is not understood here");
  }

  @Test
  void afterAFailedStartTheSameLifeIsStartedAnew() throws IOException {
    assertThatThrownBy(() -> host.launch("developer", 1, "nonsense here"))
        .isInstanceOf(ApplicationFailure.class);
    assertThat(host.launch("developer", 1, "default busy 1ms").condition())
        .isEqualTo(Condition.READY);
    assertThat(windows("developer")).hasSize(1);
  }

  @Test
  void theProgramIsToldWhoItIs() {
    host.launch("developer", 3);
    Path spool = host.folders().spool(PROJECT, "developer");
    await(
        "hooks",
        () -> {
          try {
            return Files.readString(spool).contains("\"incarnation\":3");
          } catch (IOException e) {
            return false;
          }
        });
  }

  @Test
  void aDismissedAgentIsGone() {
    Launched launched = host.launch("developer", 1);
    host.launch("tester", 1);
    host.agents().dismiss(new DismissOrder(PROJECT, "developer", "done"));
    assertThat(windows("developer")).isEmpty();
    assertThat(windows("tester")).hasSize(1);
    assertThat(host.archived()).hasSize(1);
    assertThat(ProcessHandle.of(launched.pid())).isEmpty();
    assertThat(host.truth().sighting(PROJECT, "developer")).isEmpty();
    host.agents().dismiss(new DismissOrder(PROJECT, "developer", "again"));
  }

  private List<Pane> windows(String role) {
    return host.tmux().panes().stream().filter(pane -> pane.role().equals(role)).toList();
  }
}
