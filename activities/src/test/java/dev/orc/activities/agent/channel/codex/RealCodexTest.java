package dev.orc.activities.agent.channel.codex;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters to the real Codex, its model a stand-in; one life for all. */
class RealCodexTest {
  @RegisterExtension
  static final SharedProgram<CodexForTests> SHARED = new SharedProgram<>(CodexForTests::new);

  private CodexForTests codex;

  @BeforeEach
  void start() throws ChannelFailure, InterruptedException, IOException {
    codex = SHARED.quiet();
  }

  @Test
  void takesALetterThatItsPersonSeesAndLeavesADraftAlone() throws InterruptedException {
    codex.shows("›");
    codex.pane.keys("h", "a", "l", "f", "Space", "t", "y", "p", "e", "d");
    codex.shows("half typed");

    Brought brought = codex.bring("seen", "Hello @main, what does $PATH hold?");

    assertThat(brought.result()).isEqualTo(Result.TAKEN);
    ProgramEvent.Used used = codex.ear().await(ProgramEvent.Used.class);
    assertThat(used.usage().inputTokens()).isPositive();
    codex.idleAfter(brought.at());
    assertThat(codex.model.prompts()).containsExactly("Hello @main, what does $PATH hold?");
    codex.shows("Hello @main");
    codex.shows("half typed");
    assertThat(codex.channel().knows("seen")).isEqualTo(Known.YES);
    assertThat(codex.channel().knows("never")).isEqualTo(Known.NO);

    codex.ear().forget();
    codex.pane.keys("Enter");
    codex.ear().await(ProgramEvent.Typed.class);
    codex.ear().await(ProgramEvent.Idle.class);
  }

  @Test
  void bringsOddTextsExactlyOnceAndInOrder() throws InterruptedException {
    List<String> texts = new ArrayList<>(OddTexts.some(InstalledAgents.wished() ? 40 : 8));
    texts.add("ä@main ".repeat(2_000) + "the end");
    for (int i = 0; i < texts.size(); i++) {
      Brought brought = codex.bring("odd-" + i, texts.get(i));
      assertThat(brought.result()).isEqualTo(Result.TAKEN);
      codex.idleAfter(brought.at());
    }

    assertThat(codex.model.prompts()).isEqualTo(texts);
  }

  @Test
  void keepsTwoLettersApartThatComeAtOnce()
      throws ExecutionException, InterruptedException, TimeoutException {
    for (int i = 0; i < 5; i++) {
      String one = "first of pair " + i;
      String two = "second of pair " + i;
      CompletableFuture<Brought> other = CompletableFuture.supplyAsync(() -> quietly(one));
      Brought here = codex.bring(two, two);
      Brought there = other.get(120, TimeUnit.SECONDS);
      assertThat(List.of(here.result(), there.result())).doesNotContain(Result.DOUBTFUL);
      taken(one);
      taken(two);
      codex.idleAfter(here.at());
    }
    assertThat(codex.ear().all(ProgramEvent.Taken.class)).hasSize(10);
  }

  private Brought quietly(String text) {
    try {
      return codex.bring(text, text);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void taken(String letter) throws InterruptedException {
    codex.ear().await(ProgramEvent.Taken.class, taken -> taken.letterId().equals(letter));
  }

  @Test
  void aTurnThatRunsTakesWhatIsUrgentAndQueuesTheRest() throws InterruptedException {
    codex.bring("slow", "HOLD()END");
    codex.asked("HOLD()END");

    Brought queued = codex.bring("later", "This has time");
    Brought urgent = codex.bring("now", "This has none HOLD()END", true);

    assertThat(queued.result()).isEqualTo(Result.QUEUED);
    assertThat(urgent.result()).isEqualTo(Result.TAKEN);
    assertThat(codex.bring("later", "This has time").result()).isEqualTo(Result.QUEUED);
    assertThat(codex.ear().all(ProgramEvent.Taken.class))
        .extracting(ProgramEvent.Taken::letterId)
        .containsExactly("slow", "now");
    codex.model.release();
    taken("later");
    codex.asked("This has time");
    Instant asked = Instant.now();
    codex.idleAfter(asked);
    assertThat(codex.model.prompts().stream().filter("This has time"::equals)).hasSize(1);
  }

  @Test
  void tellsWhyATurnBrokeOff() throws InterruptedException {
    Instant before = Instant.now();
    codex.bring("limit", "LIMIT()END");
    ProgramEvent.Limited limited = codex.ear().await(ProgramEvent.Limited.class);
    assertThat(limited.resetsAt())
        .isBetween(before.plusSeconds(7000), Instant.now().plusSeconds(7300));
    assertThat(limited.retries()).isFalse();
    assertThat(broke(BrokenTurn.Kind.LIMIT).text()).contains("limit");
    codex.ear().await(ProgramEvent.NearLimit.class);

    codex.bring("quota", "QUOTA()END");
    broke(BrokenTurn.Kind.CREDIT);
    codex.bring("error", "ERROR(500)END");
    broke(BrokenTurn.Kind.OVERLOAD);
    codex.bring("rate", "ERROR(429)END");
    broke(BrokenTurn.Kind.RATE);
    codex.bring("key", "ERROR(401)END");
    broke(BrokenTurn.Kind.AUTHENTICATION);
    codex.ear().forget();
    Brought well = codex.bring("well", "Go on");
    codex.ear().await(ProgramEvent.Used.class);
    codex.idleAfter(well.at());
  }

  private BrokenTurn broke(BrokenTurn.Kind kind) throws InterruptedException {
    return codex.ear().await(ProgramEvent.Broke.class, event -> event.turn().kind() == kind).turn();
  }

  @Test
  void whatItAsksIsAnsweredByAClientByItsPersonOrByALaterClient()
      throws ChannelFailure, InterruptedException {
    Question first = ask("one");
    assertThat(first.choices()).extracting(Question.Choice::id).contains("accept", "cancel");
    assertThat(codex.channel().answer(first.id(), "accept")).isTrue();
    codex.answered(first);
    codex.made("one");
    codex.ear().await(ProgramEvent.Idle.class);

    codex.ear().forget();
    Question second = ask("two");
    codex.shows("$ touch two");
    codex.pressedUntil("y", second);
    assertThat(codex.channel().answer(second.id(), "cancel")).isFalse();
    codex.made("two");
    codex.ear().await(ProgramEvent.Idle.class);

    codex.ear().forget();
    ask("three");
    codex.reopen();
    Question third = codex.ear().await(ProgramEvent.Asks.class).question();
    assertThat(codex.channel().answer(third.id(), "decline")).isTrue();
    codex.answered(third);
    codex.ear().await(ProgramEvent.Idle.class);
    assertThat(codex.has("three")).isFalse();
  }

  private Question ask(String file) throws InterruptedException {
    codex.bring("ask-" + file, "ASK(touch " + file + ")END");
    Question asked = codex.ear().await(ProgramEvent.Asks.class).question();
    assertThat(asked.text()).contains("touch " + file);
    return asked;
  }

  @Test
  void anotherWorkerTakesTheLifeUp() throws ChannelFailure, InterruptedException {
    codex.bring("before", "HOLD()END");
    codex.reopen();

    codex.ear().await(ProgramEvent.Working.class);
    taken("before");
    codex.model.release();
    codex.ear().await(ProgramEvent.Idle.class);
    assertThat(codex.ear().all(ProgramEvent.Broke.class)).isEmpty();
    codex.ear().forget();
    Brought next = codex.bring("after", "Hello");
    assertThat(next.result()).isEqualTo(Result.TAKEN);
    codex.idleAfter(next.at());
  }

  /** Longer than the channel lets a connection be silent: the server itself answers for it. */
  @Test
  void aQuietConnectionLives() throws InterruptedException {
    InstalledAgents.onlyWhenWished();
    assertThat(codex.ear().heard(ProgramEvent.Working.class, Duration.ofSeconds(50))).isFalse();
    assertThat(codex.ear().events()).isEmpty();
  }
}
