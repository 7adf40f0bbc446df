package dev.orc.activities.agent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.activities.host.tmux.TmuxForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real program that is a server with a terminal program attached, in a pane, with a model on
 * loopback; a life of it, its channel, and what it was heard to say.
 */
public abstract class RealProgram implements AutoCloseable {
  /** No test waits longer than this for anything, on the busiest machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(120);

  protected static final ServerPatience SERVER = ServerPatience.of(Duration.ofSeconds(90));

  public final ModelForTests model;
  public final PaneForTests pane;
  private final ChannelOpener opener;
  private final Path program;
  private EarForTests ear = new EarForTests();
  private ChannelLife life;
  private Channel channel;
  private long pressedAt;

  /** Made with the model's address. */
  @FunctionalInterface
  protected interface Environment {
    Map<String, String> at(String model);
  }

  protected RealProgram(String name, ChannelOpener opener, Environment environment)
      throws IOException {
    this.opener = opener;
    program = InstalledAgents.needed(name);
    model = new ModelForTests();
    pane = new PaneForTests(environment.at(model.url()));
  }

  /** How it is started; with the argument too where there is one. */
  protected abstract Wiring wiring(List<String> argument);

  /** Starts a life with a new conversation. */
  public void live() throws IOException, ChannelFailure, InterruptedException {
    live(null, List.of());
  }

  /** The same, its server started with an argument besides. */
  public void liveWith(String argument) throws IOException, ChannelFailure, InterruptedException {
    live(null, List.of(argument));
  }

  private void live(String conversation, List<String> argument)
      throws IOException, ChannelFailure, InterruptedException {
    life = pane.life(wiring(argument), conversation);
    List<String> name = List.of(program.toString());
    pane.start(opener.prepare(life, new PaneStart(name, name, List.of(), Map.of())));
    channel = opener.open(life, ear);
  }

  /** The next life goes on with the conversation of this one. */
  public void goOn() throws IOException, ChannelFailure, InterruptedException {
    String conversation = new ServerFolder(life.folder()).conversation();
    channel.close();
    ear = new EarForTests();
    live(conversation, List.of());
    assertThat(ear.await(ProgramEvent.Conversation.class).id()).isEqualTo(conversation);
  }

  /** Another worker takes the life up. */
  public void reopen() throws ChannelFailure, InterruptedException {
    channel.close();
    ear = new EarForTests();
    channel = opener.open(life, ear);
  }

  public EarForTests ear() {
    return ear;
  }

  public Channel channel() {
    return channel;
  }

  public Brought bring(String id, String text) throws InterruptedException {
    return bring(id, text, false);
  }

  public Brought bring(String id, String text, boolean urgent) throws InterruptedException {
    return channel.bring(new Parcel(id, text, Parcel.Voice.USER, urgent), PATIENCE);
  }

  public void idleAfter(Instant at) throws InterruptedException {
    ear.await(ProgramEvent.Idle.class, idle -> idle.at().isAfter(at));
  }

  /** Waits until its question is answered. */
  public void answered(Question question) throws InterruptedException {
    ear.await(ProgramEvent.Answered.class, one -> one.questionId().equals(question.id()));
  }

  /** Waits until the model has got the prompt. */
  public void asked(String prompt) {
    TmuxForTests.await("the prompt", PATIENCE, () -> model.prompts().contains(prompt));
  }

  /** Waits until the screen shows the text. */
  public void shows(String text) {
    TmuxForTests.await(text + " on the screen", PATIENCE, () -> pane.screen().contains(text));
  }

  /** Waits until the agent has made the file. */
  public void made(String file) {
    TmuxForTests.await("the file " + file, PATIENCE, () -> has(file));
  }

  public boolean has(String file) {
    return Files.exists(pane.worktree().resolve(file));
  }

  /** Waits until its terminal program was told which conversation to show. */
  public void attached() {
    TmuxForTests.await("the terminal program", PATIENCE, () -> ServerPane.attached(life.folder()));
  }

  /** Presses the key, again and again: one that comes right with a question is not listened to. */
  public void pressedUntil(String key, Question question) {
    TmuxForTests.await(
        "the answer",
        PATIENCE,
        () -> {
          if (System.nanoTime() - pressedAt > Duration.ofSeconds(1).toNanos()) {
            pressedAt = System.nanoTime();
            pane.keys(key);
          }
          return ear.all(ProgramEvent.Answered.class).stream()
              .anyMatch(one -> one.questionId().equals(question.id()));
        });
  }

  public void ended() {
    TmuxForTests.await("the life to end", PATIENCE, pane::ended);
  }

  /** What was started as its server: the program, or a wrapper around it. */
  public ProcessHandle server() {
    return pane.process(serverWord()).orElseThrow();
  }

  /** A word of its server's command line. */
  protected abstract String serverWord();

  /** Kills the server and all that it has started, as a crash does. */
  public void killServer() throws ExecutionException, InterruptedException, TimeoutException {
    ProcessHandle server = server();
    List<ProcessHandle> below = server.descendants().toList();
    below.forEach(ProcessHandle::destroyForcibly);
    kill(server);
    for (ProcessHandle one : below) {
      gone(one);
    }
  }

  /** Kills the process, which may be about to end already. */
  public static void kill(ProcessHandle process)
      throws ExecutionException, InterruptedException, TimeoutException {
    process.destroyForcibly();
    gone(process);
  }

  public static void gone(ProcessHandle process)
      throws ExecutionException, InterruptedException, TimeoutException {
    process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
    model.close();
    pane.close();
  }
}
