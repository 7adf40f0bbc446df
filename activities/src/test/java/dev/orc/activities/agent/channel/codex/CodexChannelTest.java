package dev.orc.activities.agent.channel.codex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.agent.channel.Brought;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Channel.Known;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.EarForTests;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.Question;
import dev.orc.activities.agent.channel.ServerPatience;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.activities.host.tmux.TmuxForTests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the app-server, and a server that says odd things. */
class CodexChannelTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** The end of a connection is not always told by the client; what it does then is the ping's. */
  private static final Duration NOT_ALWAYS_TOLD = Duration.ofSeconds(3);

  private static final Parcel LETTER = new Parcel("one", "Hello", Parcel.Voice.USER, false);

  @TempDir Path folder;
  private SocketPeer peer;
  private Channel channel;
  private final EarForTests ear = new EarForTests();

  @BeforeEach
  void listen() throws ChannelFailure, InterruptedException, IOException {
    peer = new SocketPeer();
    Files.writeString(folder.resolve("port"), Integer.toString(peer.port()));
    Files.writeString(folder.resolve("token"), SocketPeer.TOKEN);
    Files.writeString(folder.resolve("thread"), "t");
    Files.writeString(folder.resolve("attached"), "");
  }

  @AfterEach
  void close() throws ChannelFailure, InterruptedException, IOException {
    if (channel != null) {
      channel.close();
    }
    peer.close();
  }

  private void open() throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(Duration.ofMinutes(1));
  }

  private void openThatMayBeQuietFor(Duration quiet)
      throws ChannelFailure, InterruptedException, IOException {
    ServerPatience patience = new ServerPatience(SOON, Duration.ofSeconds(2), quiet);
    Wiring wiring = new Wiring(ChannelKind.CODEX_APP_SERVER, List.of(), List.of(), Map.of(), null);
    ChannelLife life = new ChannelLife("p", "developer", 1, folder, folder, wiring, null);
    channel =
        new CodexOpener(HttpClient.newHttpClient(), Clock.systemUTC(), patience).open(life, ear);
  }

  private static String user(String thread, String client) {
    return "{\"threadId\":\"%s\",\"item\":{\"type\":\"userMessage\",\"clientId\":\"%s\"}}"
        .formatted(thread, client);
  }

  @Test
  void whatIsOddOrOthersIsLeftAside() throws ChannelFailure, InterruptedException, IOException {
    open();
    SocketPeer.Line line = peer.line();
    line.say("no json at all");
    line.say("[1,2]");
    line.say("{}");
    line.say("{\"id\":99,\"result\":{}}");
    line.event("some/thing/new", "{\"threadId\":\"t\"}");
    line.event("item/completed", user("another", "orc-two"));
    line.event("item/completed", "{\"threadId\":\"t\",\"item\":null}");
    line.event("item/completed", user("t", "orc-three"));

    ear.await(ProgramEvent.Taken.class);
    assertThat(ear.all(ProgramEvent.Taken.class))
        .extracting(ProgramEvent.Taken::letterId)
        .containsExactly("three");
    assertThat(ear.all(ProgramEvent.Typed.class)).isEmpty();
    assertThat(peer.connections()).isEqualTo(2);
  }

  @Test
  void aLetterThatItHasIsNotBroughtAgain()
      throws ChannelFailure, InterruptedException, IOException {
    AtomicInteger turns = new AtomicInteger();
    peer.on(
        "turn/start",
        (call, line) -> {
          turns.incrementAndGet();
          line.result(call, "{}");
          line.event("item/completed", user("t", "orc-one"));
        });
    open();

    assertThat(channel.bring(LETTER, SOON).result()).isEqualTo(Result.TAKEN);
    assertThat(channel.bring(LETTER, SOON).result()).isEqualTo(Result.TAKEN);
    assertThat(turns).hasValue(1);
  }

  @Test
  void aHugeMessageIsTakenWhole() throws ChannelFailure, InterruptedException, IOException {
    open();
    String huge = "x".repeat(3_000_000);
    peer.line().event("thread/name/updated", "{\"threadId\":\"t\",\"name\":\"" + huge + "\"}");
    peer.line().event("item/completed", user("t", "orc-one"));

    ear.await(ProgramEvent.Taken.class);
  }

  /** While the connection is mended, there is nobody to ask. */
  private Known onceItIsConnected(String letter) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Known known = channel.knows(letter);
    while (known == Known.CANNOT_TELL && System.nanoTime() < end) {
      known = channel.knows(letter);
    }
    return known;
  }

  @Test
  void aConnectionThatEndsInTheMiddleOfACallLeavesADoubtThatTheHistoryEnds()
      throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(NOT_ALWAYS_TOLD);
    peer.on("turn/start", (call, line) -> line.drop());

    Brought brought = channel.bring(LETTER, SOON);

    assertThat(brought.result()).isEqualTo(Result.DOUBTFUL);
    peer.on("thread/turns/list", "{\"data\":[]}");
    assertThat(onceItIsConnected("one")).isEqualTo(Known.NO);
    peer.on(
        "thread/turns/list",
        "{\"data\":[{\"id\":\"u\",\"status\":\"completed\",\"items\":"
            + "[{\"type\":\"userMessage\",\"clientId\":\"orc-one\"}]}]}");
    assertThat(channel.knows("one")).isEqualTo(Known.YES);
  }

  @Test
  void whatCameWhileTheConnectionWasGoneIsTold()
      throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(NOT_ALWAYS_TOLD);
    peer.on(
        "thread/turns/list",
        "{\"data\":[{\"id\":\"u\",\"status\":\"failed\",\"error\":{\"message\":\"no\","
            + "\"codexErrorInfo\":\"serverOverloaded\"},\"items\":"
            + "[{\"type\":\"userMessage\",\"clientId\":\"orc-one\"}]}]}");
    peer.line().sayHalf();
    peer.line().drop();

    ear.await(ProgramEvent.Taken.class);
    ear.await(ProgramEvent.Broke.class);
  }

  @Test
  void aConnectionThatGivesNoSignOfLifeIsMadeAnew()
      throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(Duration.ofMillis(500));
    int before = peer.connections();
    ear.forget();
    peer.line().hang();

    TmuxForTests.await("the next one", () -> peer.connections() > before);
    // Only what has greeted can be told anything.
    ear.await(ProgramEvent.Idle.class);
    peer.line().event("item/completed", user("t", "orc-one"));
    ear.await(ProgramEvent.Taken.class);
    assertThat(ear.all(ProgramEvent.Silent.class)).isEmpty();
  }

  @Test
  void whatWentIntoATurnIsNotHandedOverAgainWhileItRuns()
      throws ChannelFailure, InterruptedException, IOException {
    AtomicInteger steered = new AtomicInteger();
    peer.on(
        "turn/steer",
        (call, line) -> {
          steered.incrementAndGet();
          line.result(call, "{\"turnId\":\"u\"}");
        });
    peer.on(
        "thread/turns/list", "{\"data\":[{\"id\":\"u\",\"status\":\"inProgress\",\"items\":[]}]}");
    open();
    Parcel urgent = new Parcel("one", "Hello", Parcel.Voice.USER, true);

    assertThat(channel.bring(urgent, Duration.ofMillis(50)).result()).isEqualTo(Result.QUEUED);
    assertThat(channel.bring(urgent, Duration.ofMillis(50)).result()).isEqualTo(Result.QUEUED);
    assertThat(steered).hasValue(1);
  }

  @Test
  void aServerThatStaysAwayIsToldOnce() throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(NOT_ALWAYS_TOLD);
    peer.close();

    assertThat(ear.await(ProgramEvent.Silent.class).why()).contains("can not be reached");
    assertThat(channel.bring(LETTER, SOON).result()).isEqualTo(Result.NOT_BROUGHT);
    assertThat(channel.knows("one")).isEqualTo(Known.CANNOT_TELL);
    assertThat(ear.all(ProgramEvent.Silent.class)).hasSize(1);
  }

  @Test
  void aWrongTokenIsNoReasonToWait() throws ChannelFailure, InterruptedException, IOException {
    Files.writeString(folder.resolve("token"), "guessed");

    assertThatThrownBy(this::open).isInstanceOf(ChannelFailure.class).hasMessageContaining("401");
  }

  @Test
  void aVersionThatDoesNotKnowTheCallsIsRefused()
      throws ChannelFailure, InterruptedException, IOException {
    peer.on("thread/resume", (call, line) -> line.error(call, -32601, "method not found"));

    assertThatThrownBy(this::open)
        .isInstanceOf(ChannelFailure.class)
        .hasMessageContaining("does not speak as expected: method not found");
  }

  @Test
  void whatTheServerRefusesIsNotBrought() throws ChannelFailure, InterruptedException, IOException {
    open();
    peer.on("turn/start", (call, line) -> line.error(call, -32600, "no such thread"));

    Brought brought = channel.bring(LETTER, SOON);

    assertThat(brought.result()).isEqualTo(Result.NOT_BROUGHT);
    assertThat(brought.detail()).contains("no such thread");
  }

  @Test
  void aQuestionOutlivesTheConnectionAndIsAnsweredOnTheNext()
      throws ChannelFailure, InterruptedException, IOException {
    String asks =
        "{\"id\":7,\"method\":\"item/fileChange/requestApproval\",\"params\":"
            + "{\"threadId\":\"t\",\"itemId\":\"i\",\"reason\":\"may I\"}}";
    openThatMayBeQuietFor(NOT_ALWAYS_TOLD);
    peer.line()
        .event(
            "item/started",
            "{\"threadId\":\"t\",\"item\":{\"type\":\"fileChange\",\"id\":\"i\","
                + "\"changes\":[{\"path\":\"a.txt\"}]}}");
    peer.line().say(asks);
    Question question = ear.await(ProgramEvent.Asks.class).question();
    assertThat(question.text()).isEqualTo("change a.txt");
    assertThat(question.choices().stream().filter(Question.Choice::grants))
        .extracting(Question.Choice::id)
        .containsExactly("accept", "acceptForSession");

    int before = peer.connections();
    peer.line().drop();
    ear.await(ProgramEvent.Answered.class);
    ear.forget();
    TmuxForTests.await("the next one", () -> peer.connections() > before);
    peer.line().say(asks);
    assertThat(ear.await(ProgramEvent.Asks.class).question().id()).isEqualTo(question.id());

    assertThat(channel.answer("another", "accept")).isFalse();
    assertThat(channel.answer(question.id(), "perhaps")).isFalse();
    assertThat(channel.answer(question.id(), "decline")).isTrue();
  }
}
