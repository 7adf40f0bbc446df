package dev.orc.activities.agent.channel.codex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel.Known;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.InstalledAgents;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.RealProgram;
import dev.orc.workflows.model.BrokenTurn;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outlives whom. */
class CodexLivesTest {
  private CodexForTests codex;

  @BeforeEach
  void make() throws IOException {
    codex = new CodexForTests();
  }

  @AfterEach
  void end() throws IOException {
    if (codex != null) {
      codex.close();
    }
  }

  @Test
  void theNextLifeKnowsWhatTheServerHadWhenItWasKilled()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    codex.live();
    assertThat(codex.bring("taken", "HOLD()END").result()).isEqualTo(Result.TAKEN);
    assertThat(codex.bring("queued", "This waits").result()).isEqualTo(Result.QUEUED);
    codex.attached();
    codex.killServer();
    codex.ended();
    codex.ear().await(ProgramEvent.Silent.class);

    codex.goOn();

    assertThat(codex.channel().knows("taken")).isEqualTo(Known.YES);
    codex.ear().await(ProgramEvent.Taken.class, one -> one.letterId().equals("queued"));
    codex.asked("This waits");
  }

  @Test
  void aTurnThatWasCutOffIsTold()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    codex.live();
    codex.bring("taken", "HOLD()END");
    codex.attached();
    codex.killServer();
    codex.ended();

    codex.goOn();

    assertThat(codex.ear().await(ProgramEvent.Broke.class).turn().kind())
        .isEqualTo(BrokenTurn.Kind.INTERRUPTED);
    assertThat(codex.bring("next", "Go on").result()).isEqualTo(Result.TAKEN);
  }

  @Test
  void theServerEndsWithItsTerminalProgram()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    codex.live();
    codex.bring("one", "Hello");
    ProcessHandle server = codex.server();
    codex.shows("Hello");

    RealProgram.kill(codex.pane.top());

    codex.ended();
    RealProgram.gone(server);
  }

  @Test
  void theServerEndsWithItsWindow()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    codex.live();
    ProcessHandle server = codex.server();

    codex.pane.end();

    RealProgram.gone(server);
  }

  @Test
  void theServerEndsWithItsTerminal()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    codex.live();
    ProcessHandle server = codex.server();

    codex.pane.crash();

    RealProgram.gone(server);
  }

  @Test
  void aServerThatCanNotStartSaysWhy() {
    assertThatThrownBy(() -> codex.liveWith("--no-such-option"))
        .isInstanceOf(ChannelFailure.class)
        .hasMessageContaining("server has ended");
  }

  /** Its terminal program is busy with it for long: a life of its own. */
  @Test
  void bringsAHugeText() throws ChannelFailure, InterruptedException, IOException {
    InstalledAgents.onlyWhenWished();
    codex.live();
    String huge = "ä@main ".repeat(31_000) + "the end";
    assertThat(codex.bring("huge", huge).result()).isEqualTo(Result.TAKEN);
    codex.ear().await(ProgramEvent.Idle.class);
    assertThat(codex.model.prompts()).containsExactly(huge);
  }
}
