package dev.orc.activities.agent.channel.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel.Known;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.InstalledAgents;
import dev.orc.activities.agent.channel.OddTexts;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.SharedProgram;
import dev.orc.workflows.model.BrokenTurn;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters to the real OpenCode, its model a stand-in; one life for all. */
class RealOpenCodeTest {
  @RegisterExtension
  static final SharedProgram<OpenCodeForTests> SHARED = new SharedProgram<>(OpenCodeForTests::new);

  private OpenCodeForTests opencode;

  @BeforeEach
  void start() throws ChannelFailure, InterruptedException, IOException {
    opencode = SHARED.quiet();
  }

  @Test
  void takesALetterThatItsPersonSeesAndLeavesADraftAlone() throws InterruptedException {
    opencode.shows("╹▀");
    opencode.pane.keys("h", "a", "l", "f", "Space", "t", "y", "p", "e", "d");
    opencode.shows("half typed");

    Brought brought = opencode.bring("seen", "Hello @main, what does $PATH hold?");

    assertThat(brought.result()).isEqualTo(Result.TAKEN);
    ProgramEvent.Used used =
        opencode.ear().await(ProgramEvent.Used.class, told -> told.usage().outputTokens() > 0);
    assertThat(used.usage().dollars()).isGreaterThanOrEqualTo(new BigDecimal("0.0022"));
    opencode.idleAfter(brought.at());
    assertThat(opencode.model.prompts()).containsExactly("Hello @main, what does $PATH hold?");
    opencode.shows("Hello @main");
    opencode.shows("half typed");
    assertThat(opencode.channel().knows("seen")).isEqualTo(Known.YES);
    assertThat(opencode.channel().knows("never")).isEqualTo(Known.NO);

    opencode.ear().forget();
    opencode.pane.keys("Enter");
    opencode.ear().await(ProgramEvent.Typed.class);
    opencode.ear().await(ProgramEvent.Idle.class);
  }

  @Test
  void bringsOddTextsExactlyOnceAndInOrder() throws InterruptedException {
    List<String> texts = new ArrayList<>(OddTexts.some(InstalledAgents.wished() ? 26 : 6));
    texts.add("ä@main ".repeat(2_000) + "the end");
    for (int i = 0; i < texts.size(); i++) {
      Brought brought = opencode.bring("odd-" + i, texts.get(i));
      assertThat(brought.result()).isEqualTo(Result.TAKEN);
      opencode.idleAfter(brought.at());
    }

    assertThat(opencode.model.prompts()).isEqualTo(texts);
  }

  @Test
  void aTurnThatRunsQueuesWhatComes() throws InterruptedException {
    opencode.bring("slow", "HOLD()END");
    opencode.asked("HOLD()END");

    Brought queued = opencode.bring("later", "This has time");

    assertThat(queued.result()).isEqualTo(Result.QUEUED);
    assertThat(taken()).containsExactly("slow");
    opencode.model.release();
    taken("later");
    opencode.ear().await(ProgramEvent.Idle.class);
    assertThat(String.join("\n", opencode.model.prompts())).contains("This has time");
    assertThat(taken()).containsExactly("slow", "later");
  }

  private List<String> taken() {
    return opencode.ear().all(ProgramEvent.Taken.class).stream()
        .map(ProgramEvent.Taken::letterId)
        .toList();
  }

  private void taken(String letter) throws InterruptedException {
    opencode.ear().await(ProgramEvent.Taken.class, taken -> taken.letterId().equals(letter));
  }

  @Test
  void tellsWhyATurnBrokeOffAndNoWordIsLostAfterIt() throws InterruptedException {
    opencode.bring("error", "ERROR(400)END");
    BrokenTurn broke = opencode.ear().await(ProgramEvent.Broke.class).turn();
    assertThat(broke.kind()).isEqualTo(BrokenTurn.Kind.OTHER);
    assertThat(broke.text()).contains("It broke");

    // What comes in this very moment is answered, or is said to be left aside.
    opencode.ear().forget();
    Brought brought = opencode.bring("well", "Go on");
    opencode.idleAfter(brought.at());
    if (!opencode.model.prompts().contains("Go on")) {
      BrokenTurn left = opencode.ear().await(ProgramEvent.Broke.class).turn();
      assertThat(left.kind()).isEqualTo(BrokenTurn.Kind.INTERRUPTED);
      Brought again = opencode.bring("again", "Go on, please");
      opencode.idleAfter(again.at());
      opencode.asked("Go on, please");
    }
  }

  @Test
  void anotherWorkerTakesTheLifeUp() throws ChannelFailure, InterruptedException {
    opencode.bring("before", "HOLD()END");
    opencode.asked("HOLD()END");
    opencode.reopen();

    opencode.ear().await(ProgramEvent.Working.class);
    taken("before");
    opencode.model.release();
    opencode.ear().await(ProgramEvent.Idle.class);
    assertThat(opencode.ear().all(ProgramEvent.Broke.class)).isEmpty();
    opencode.ear().forget();
    Brought next = opencode.bring("after", "Hello");
    assertThat(next.result()).isEqualTo(Result.TAKEN);
    opencode.idleAfter(next.at());
  }

  @Test
  void whatItAsksIsAnsweredByAClientByItsPersonOrByALaterClient()
      throws ChannelFailure, InterruptedException {
    Question first = ask("one");
    assertThat(opencode.channel().answer(first.id(), "once")).isTrue();
    opencode.answered(first);
    opencode.made("one");
    opencode.ear().await(ProgramEvent.Idle.class);

    opencode.ear().forget();
    Question second = ask("two");
    opencode.shows("$ touch two");
    opencode.pressedUntil("Enter", second);
    assertThat(opencode.channel().answer(second.id(), "reject")).isFalse();
    opencode.made("two");
    opencode.ear().await(ProgramEvent.Idle.class);

    opencode.ear().forget();
    ask("three");
    opencode.reopen();
    Question third = opencode.ear().await(ProgramEvent.Asks.class).question();
    assertThat(opencode.channel().answer(third.id(), "reject")).isTrue();
    opencode.answered(third);
    opencode.ear().await(ProgramEvent.Idle.class);
    assertThat(opencode.has("three")).isFalse();
  }

  private Question ask(String file) throws InterruptedException {
    opencode.bring("ask-" + file, "RUN(touch " + file + ")END");
    Question asked = opencode.ear().await(ProgramEvent.Asks.class).question();
    assertThat(asked.text()).isEqualTo("run: touch " + file);
    return asked;
  }
}
