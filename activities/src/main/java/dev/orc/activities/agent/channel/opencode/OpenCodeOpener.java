package dev.orc.activities.agent.channel.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orc.activities.agent.channel.Channel;
import dev.orc.activities.agent.channel.ChannelFailure;
import dev.orc.activities.agent.channel.ChannelLife;
import dev.orc.activities.agent.channel.ChannelOpener;
import dev.orc.activities.agent.channel.Ear;
import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.channel.ProgramEvent;
import dev.orc.activities.agent.channel.ServerFolder;
import dev.orc.activities.agent.channel.ServerPane;
import dev.orc.activities.agent.channel.ServerPatience;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenCode by its server, which listens on loopback and wants a password. The password is in the
 * environment of the server, and so of what the agent runs: it opens this agent's own server and
 * nothing else. Thread-safe.
 */
public final class OpenCodeOpener implements ChannelOpener {
  private static final Logger log = LoggerFactory.getLogger(OpenCodeOpener.class);
  private static final String PASSWORD_VARIABLE = "OPENCODE_SERVER_PASSWORD";

  /**
   * The first request after its start is often not answered at all; the next one is. On a busy
   * machine that one takes its time too.
   */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private static final int LONGEST_OF_SHORT = 5;

  private final HttpClient client;
  private final Clock clock;
  private final ServerPatience patience;

  /**
   * @param client speaks HTTP/1.1
   */
  public OpenCodeOpener(HttpClient client, Clock clock, ServerPatience patience) {
    this.client = client;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public PaneStart prepare(ChannelLife life, PaneStart usual)
      throws ChannelFailure, InterruptedException {
    if (!usual.own().isEmpty()) {
      throw new ChannelFailure(
          "opencode's server does not take the role's argument '" + usual.own().get(0) + "'");
    }
    ServerFolder folder = new ServerFolder(life.folder());
    int port = folder.choose();
    List<String> server = new ArrayList<>(usual.program());
    server.addAll(life.wiring().server());
    server.addAll(List.of("--hostname", "127.0.0.1", "--port", Integer.toString(port)));
    List<String> attach = new ArrayList<>(usual.program());
    attach.addAll(life.wiring().attach());
    attach.add("http://127.0.0.1:" + port);
    attach.addAll(List.of("--dir", life.worktree().toString(), "--session"));
    Map<String, String> environment = new HashMap<>(usual.environment());
    environment.putAll(life.wiring().environment());
    environment.put(PASSWORD_VARIABLE, folder.token());
    return new PaneStart(
        usual.program(),
        ServerPane.command(life.folder(), server, attach),
        usual.own(),
        environment);
  }

  @Override
  public Channel open(ChannelLife life, Ear ear) throws ChannelFailure, InterruptedException {
    ServerFolder folder = new ServerFolder(life.folder());
    OpenCodeServer server =
        new OpenCodeServer(client, folder.port(), folder.token(), life.worktree().toString());
    boolean first = !ServerPane.attached(life.folder());
    try {
      AtomicInteger unanswered = new AtomicInteger();
      folder.reach(patience.up(), () -> knock(server, unanswered));
      String id = session(life, folder, server);
      MessageNames names = new MessageNames(life.folder().resolve("messages"), clock);
      OpenCodePrompts prompts = new OpenCodePrompts(names, ear::hear);
      OpenCodeQuestions questions = new OpenCodeQuestions();
      OpenCodeSession session = new OpenCodeSession(id, clock, ear::hear, questions, prompts);
      OpenCodeTies ties =
          new OpenCodeTies(
              server,
              session,
              patience,
              folder::over,
              why -> ear.hear(new ProgramEvent.Silent(why, clock.instant())));
      ear.hear(new ProgramEvent.Conversation(id, clock.instant()));
      ties.tie(first && life.conversation() != null);
      Channel channel =
          new OpenCodeChannel(server, ties, session, prompts, questions, names, clock);
      if (first) {
        attach(life, id, channel);
      }
      return channel;
    } catch (IOException | ServerRefused e) {
      throw new ChannelFailure("opencode does not speak as expected: " + e.getMessage(), e);
    }
  }

  private static JsonNode knock(OpenCodeServer server, AtomicInteger unanswered)
      throws IOException, InterruptedException, ServerRefused {
    try {
      return server.statuses(SHORT.multipliedBy(Math.min(unanswered.get() + 1, LONGEST_OF_SHORT)));
    } catch (HttpTimeoutException e) {
      unanswered.incrementAndGet();
      throw e;
    }
  }

  private static void attach(ChannelLife life, String id, Channel channel) throws ChannelFailure {
    try {
      ServerPane.attach(life.folder(), id);
    } catch (ChannelFailure e) {
      channel.close();
      throw e;
    }
  }

  /** The life's session: that which it has, that which it goes on with, or a new one. */
  private static String session(ChannelLife life, ServerFolder folder, OpenCodeServer server)
      throws IOException, InterruptedException, ServerRefused, ChannelFailure {
    String known = folder.conversation();
    if (known != null) {
      return known;
    }
    String id = life.conversation();
    if (id != null && !isThere(server, id)) {
      log.info("{}:{} can not go on with session {}", life.project(), life.role(), id);
      id = null;
    }
    if (id == null) {
      id = server.begin(life.role() + " of " + life.project());
    }
    folder.keepConversation(id);
    return id;
  }

  private static boolean isThere(OpenCodeServer server, String id)
      throws IOException, InterruptedException {
    try {
      return server.session(id).path("id").asText().equals(id);
    } catch (ServerRefused e) {
      return false;
    }
  }
}
