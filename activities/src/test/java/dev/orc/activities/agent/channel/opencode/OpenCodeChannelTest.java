package dev.orc.activities.agent.channel.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orc.activities.agent.channel.Brought.Result;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.Channel.Known;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelKind;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.EarForTests;
import dev.orc.activities.agent.channel.Parcel;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.ServerPatience;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.activities.host.tmux.TmuxForTests;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of OpenCode's server, and a server that behaves oddly. */
class OpenCodeChannelTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Parcel LETTER = new Parcel("one", "Hello", Parcel.Voice.USER, false);

  @TempDir Path folder;
  private final EarForTests ear = new EarForTests();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Channel channel;

  @BeforeEach
  void listen() throws ChannelFailure, InterruptedException, IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "odd-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::answer);
    server.start();
    for (String list : List.of("/session/ses_1/children", "/permission", "/question")) {
      answers.put(list, "[]");
    }
    answers.put("/session/status", "{}");
    answers.put("/session/ses_1", "{\"id\":\"ses_1\"}");
    answers.put("/session/ses_1/message", "[]");
    answers.put("/session/ses_1/prompt_async", "");
    Files.writeString(folder.resolve("port"), Integer.toString(server.getAddress().getPort()));
    Files.writeString(folder.resolve("token"), "secret");
    Files.writeString(folder.resolve("thread"), "ses_1");
    Files.writeString(folder.resolve("attached"), "");
  }

  @AfterEach
  void close() {
    if (channel != null) {
      channel.close();
    }
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String login = exchange.getRequestHeaders().getFirst("Authorization");
    boolean trusted = "Basic b3BlbmNvZGU6c2VjcmV0".equals(login);
    exchange.getRequestBody().readAllBytes();
    if (!trusted) {
      exchange.sendResponseHeaders(401, -1);
    } else if (path.equals("/event")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      streams.add(exchange.getResponseBody());
    } else if (answers.containsKey(path)) {
      byte[] body = answers.get(path).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    } else {
      refused.incrementAndGet();
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void open() throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(Duration.ofMinutes(1));
  }

  private void openThatMayBeQuietFor(Duration quiet)
      throws ChannelFailure, InterruptedException, IOException {
    ServerPatience patience = new ServerPatience(SOON, Duration.ofSeconds(2), quiet);
    Wiring wiring = new Wiring(ChannelKind.OPENCODE_SERVER, List.of(), List.of(), Map.of(), null);
    ChannelLife life = new ChannelLife("p", "developer", 1, folder, folder, wiring, null);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    channel = new OpenCodeOpener(client, Clock.systemUTC(), patience).open(life, ear);
  }

  private void say(String text) throws IOException {
    OutputStream stream = streams.get(streams.size() - 1);
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  @Test
  void eventsThatBreakOffAreAskedForAnew()
      throws ChannelFailure, InterruptedException, IOException {
    open();
    say("data: nonsense\n\ndata: {\"type\":\"session.status\",\"properties\":{\"sess");
    answers.put("/session/status", "{\"ses_1\":{\"type\":\"busy\"}}");
    answers.put(
        "/permission",
        "[{\"id\":\"per_1\",\"sessionID\":\"ses_1\",\"permission\":\"edit\",\"patterns\":[]}]");
    streams.get(0).close();

    ear.await(ProgramEvent.Working.class);
    assertThat(ear.await(ProgramEvent.Asks.class).question().text()).isEqualTo("edit");
    assertThat(streams).hasSize(2);
  }

  @Test
  void eventsWhoseSignsOfLifeHaveStoppedAreAskedForAnew()
      throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(Duration.ofMillis(500));
    say("data: {\"type\":\"server.heartbeat\",\"properties\":{}}\n\n");

    TmuxForTests.await("other events", () -> streams.size() == 2);
    assertThat(ear.all(ProgramEvent.Silent.class)).isEmpty();
  }

  @Test
  void theEventsOfAServerThatDoesNotAnswerAreAskedForAnew()
      throws ChannelFailure, InterruptedException, IOException {
    openThatMayBeQuietFor(Duration.ofMillis(500));
    String idle = answers.remove("/session/status");
    TmuxForTests.await("the question whether it is there", () -> refused.get() > 0);
    answers.put("/session/status", idle);

    TmuxForTests.await("other events", () -> streams.size() == 2);
  }

  @Test
  void aPromptThatNothingIsHeardOfIsADoubtThatTheHistoryEnds()
      throws ChannelFailure, InterruptedException, IOException {
    open();

    assertThat(channel.bring(LETTER, Duration.ofMillis(50)).result()).isEqualTo(Result.DOUBTFUL);

    assertThat(channel.knows("one")).isEqualTo(Known.NO);
    String kept = Files.readString(folder.resolve("messages")).strip();
    String name = kept.substring(kept.indexOf('\t') + 1);
    answers.put(
        "/session/ses_1/message",
        "[{\"info\":{\"id\":\"" + name + "\",\"role\":\"user\"},\"parts\":[]}]");
    assertThat(channel.knows("one")).isEqualTo(Known.YES);
    answers.put("/session/ses_1/message", "no json");
    assertThat(channel.knows("one")).isEqualTo(Known.CANNOT_TELL);
  }

  @Test
  void whatTheServerRefusesIsNotBrought() throws ChannelFailure, InterruptedException, IOException {
    open();
    answers.remove("/session/ses_1/prompt_async");

    assertThat(channel.bring(LETTER, SOON).result()).isEqualTo(Result.NOT_BROUGHT);
  }

  @Test
  void aWrongPasswordIsNoReasonToWait() throws ChannelFailure, InterruptedException, IOException {
    Files.writeString(folder.resolve("token"), "guessed");

    assertThatThrownBy(this::open).isInstanceOf(ChannelFailure.class).hasMessageContaining("401");
  }

  @Test
  void aServerThatStaysAwayIsTold() throws ChannelFailure, InterruptedException, IOException {
    open();
    server.stop(0);

    assertThat(ear.await(ProgramEvent.Silent.class).why()).contains("can not be reached");
    assertThat(channel.bring(LETTER, SOON).result()).isNotEqualTo(Result.TAKEN);
    TmuxForTests.await("one word of it", () -> ear.all(ProgramEvent.Silent.class).size() == 1);
  }
}
