package dev.orc.activities.agent.channel.opencode;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What outlives whom, and what goes on until somebody ends it. */
class OpenCodeLivesTest {
  private OpenCodeForTests opencode;

  @BeforeEach
  void start() throws ChannelFailure, InterruptedException, IOException {
    opencode = new OpenCodeForTests();
    opencode.live();
  }

  @AfterEach
  void end() throws IOException {
    if (opencode != null) {
      opencode.close();
    }
  }

  @Test
  void theNextLifeKnowsWhatTheServerHadWhenItWasKilled()
      throws ChannelFailure,
          ExecutionException,
          InterruptedException,
          IOException,
          TimeoutException {
    assertThat(opencode.bring("taken", "HOLD()END").result()).isEqualTo(Result.TAKEN);
    opencode.attached();
    opencode.killServer();
    opencode.ended();
    opencode.ear().await(ProgramEvent.Silent.class);

    opencode.goOn();

    assertThat(opencode.channel().knows("taken")).isEqualTo(Known.YES);
    assertThat(opencode.channel().knows("other")).isEqualTo(Known.NO);
    assertThat(opencode.ear().await(ProgramEvent.Broke.class).turn().kind())
        .isEqualTo(BrokenTurn.Kind.INTERRUPTED);
    assertThat(opencode.bring("next", "Go on").result()).isEqualTo(Result.TAKEN);
    opencode.asked("Go on");
  }

  @Test
  void theServerEndsWithItsTerminalProgram()
      throws ExecutionException, InterruptedException, TimeoutException {
    opencode.bring("one", "Hello");
    ProcessHandle server = opencode.server();
    opencode.shows("Hello");

    RealProgram.kill(opencode.pane.top());

    opencode.ended();
    RealProgram.gone(server);
  }

  /** It tries again for ever: no life for others to use. */
  @Test
  void aLimitIsTold() throws InterruptedException {
    opencode.bring("limit", "LIMIT()END");

    ProgramEvent.Limited limited = opencode.ear().await(ProgramEvent.Limited.class);
    assertThat(limited.text()).contains("usage limit");
    assertThat(limited.retries()).isTrue();
  }

  /** Its terminal program is busy with it for long: a life of its own. */
  @Test
  void bringsAHugeText() throws InterruptedException {
    InstalledAgents.onlyWhenWished();
    String huge = "ä@main ".repeat(31_000) + "the end";
    assertThat(opencode.bring("huge", huge).result()).isEqualTo(Result.TAKEN);
    opencode.ear().await(ProgramEvent.Idle.class);
    assertThat(opencode.model.prompts()).containsExactly(huge);
  }
}
