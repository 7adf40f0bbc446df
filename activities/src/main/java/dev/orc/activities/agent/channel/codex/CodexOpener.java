package dev.orc.activities.agent.channel.codex;

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
import dev.orc.activities.agent.channel.codex.CodexCalls.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Codex by its app-server. The server listens on loopback and wants a token that lies in the life's
 * folder; everything that holds for the thread stands on its command line, since whoever takes a
 * thread up first would otherwise decide it. Thread-safe.
 */
public final class CodexOpener implements ChannelOpener {
  private static final Logger log = LoggerFactory.getLogger(CodexOpener.class);

  /** By which the pane's script hands the token to the terminal program. */
  private static final Duration HELD = Duration.ofSeconds(5);

  private static final String TOKEN_VARIABLE = "ORC_CHANNEL_TOKEN";

  private final HttpClient client;
  private final Clock clock;
  private final ServerPatience patience;

  public CodexOpener(HttpClient client, Clock clock, ServerPatience patience) {
    this.client = client;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public PaneStart prepare(ChannelLife life, PaneStart usual)
      throws ChannelFailure, InterruptedException {
    ServerFolder folder = new ServerFolder(life.folder());
    String address = "ws://127.0.0.1:" + folder.choose();
    List<String> server = new ArrayList<>(usual.program());
    server.addAll(life.wiring().server());
    server.addAll(List.of("--listen", address, "--ws-auth", "capability-token"));
    server.addAll(List.of("--ws-token-file", folder.tokenFile().toString()));
    server.addAll(CodexArguments.forServer(usual.own()));
    List<String> attach = new ArrayList<>(usual.program());
    attach.addAll(life.wiring().attach());
    attach.addAll(List.of("--remote", address, "--remote-auth-token-env", TOKEN_VARIABLE));
    return new PaneStart(
        usual.program(),
        ServerPane.command(life.folder(), server, attach),
        usual.own(),
        environment(life, usual));
  }

  private static Map<String, String> environment(ChannelLife life, PaneStart usual) {
    Map<String, String> environment = new HashMap<>(usual.environment());
    environment.putAll(life.wiring().environment());
    return environment;
  }

  @Override
  public Channel open(ChannelLife life, Ear ear) throws ChannelFailure, InterruptedException {
    ServerFolder folder = new ServerFolder(life.folder());
    URI address = URI.create("ws://127.0.0.1:" + folder.port());
    String token = folder.token();
    CodexTies.Dial dial =
        (incoming, ended) -> CodexLink.open(client, address, token, incoming, ended);
    boolean first = !ServerPane.attached(life.folder());
    String thread = thread(life, folder, dial);
    CodexQuestions questions = new CodexQuestions();
    CodexThread heard = new CodexThread(thread, clock, ear::hear, questions);
    CodexTies ties =
        new CodexTies(
            dial,
            heard,
            patience,
            folder::over,
            why -> ear.hear(new ProgramEvent.Silent(why, clock.instant())));
    try {
      ear.hear(new ProgramEvent.Conversation(thread, clock.instant()));
      ties.tie(first && life.conversation() != null);
      if (first) {
        ServerPane.attach(life.folder(), thread);
      }
      return new CodexChannel(ties, heard, questions, ear, clock);
    } catch (IOException | Refused e) {
      ties.close();
      throw new ChannelFailure("codex does not speak as expected: " + e.getMessage(), e);
    } catch (ChannelFailure | InterruptedException e) {
      ties.close();
      throw e;
    }
  }

  /** The life's thread: that which it has, that which it goes on with, or a new one. */
  private String thread(ChannelLife life, ServerFolder folder, CodexTies.Dial dial)
      throws ChannelFailure, InterruptedException {
    CodexLink link = reach(folder, dial);
    try {
      String known = folder.conversation();
      if (known != null) {
        return known;
      }
      String thread = earlier(life, folder, link);
      if (thread == null) {
        thread = link.begin(life.worktree().toString(), life.role() + " of " + life.project());
      }
      folder.keepConversation(thread);
      return thread;
    } catch (IOException | Refused e) {
      throw new ChannelFailure(
          "codex (" + link.version() + ") does not speak as expected: " + e.getMessage(), e);
    } finally {
      link.close();
    }
  }

  /** The thread of the life before; null when it has none, or Codex does not know it any more. */
  private static String earlier(ChannelLife life, ServerFolder folder, CodexLink link)
      throws InterruptedException, ChannelFailure {
    String thread = life.conversation();
    if (thread == null) {
      return null;
    }
    try {
      return folder.reach(HELD, () -> resumed(thread, link));
    } catch (Refused e) {
      log.warn(
          "{}:{} can not go on with thread {}: {}",
          life.project(),
          life.role(),
          thread,
          e.getMessage());
      return null;
    }
  }

  /** A server that was just killed holds its threads for a moment longer. */
  private static String resumed(String thread, CodexLink link)
      throws IOException, InterruptedException, Refused {
    try {
      link.resume(thread);
      return thread;
    } catch (Refused e) {
      if (String.valueOf(e.getMessage()).contains("active writer")) {
        throw new IOException(e.getMessage(), e);
      }
      throw e;
    }
  }

  private CodexLink reach(ServerFolder folder, CodexTies.Dial dial)
      throws ChannelFailure, InterruptedException {
    try {
      return folder.reach(patience.up(), () -> dial.dial(message -> {}, why -> {}));
    } catch (Refused e) {
      throw new ChannelFailure("codex does not speak as expected: " + e.getMessage(), e);
    }
  }
}
