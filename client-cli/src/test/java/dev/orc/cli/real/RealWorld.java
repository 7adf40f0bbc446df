package dev.orc.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiClient;
import dev.orc.cli.api.CallerIds;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.LocalClock;
import dev.orc.cli.command.Moment;
import dev.orc.cli.command.Terminal;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.cli.stage.Stage;
import dev.orc.lab.standin.ProgramHome;
import dev.orc.lab.standin.StandIn;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.AgentStatus;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A host with real agent programs: a stage of its own, a home of its own, a stand-in for the
 * models. Confined to one thread.
 */
final class RealWorld implements AutoCloseable {
  /** Below the build folder: programs refuse a home that lies in the temporary one. */
  private static final Path PLACE = Path.of("target", "real").toAbsolutePath();

  private static final Duration WHILE_IT_COMES_UP = Duration.ofSeconds(60);

  /** An agent that has reported its work done is one that takes mail, too. */
  private static final Set<AgentState> IDLE = Set.of(AgentState.READY, AgentState.DONE);

  private final Path home;
  private final Stage stage;
  private final StandIn standIn;
  private final boolean asOther;

  private RealWorld(Path home, Stage stage, StandIn standIn, boolean asOther) {
    this.home = home;
    this.stage = stage;
    this.standIn = standIn;
    this.asOther = asOther;
  }

  /** With the worker up. */
  static RealWorld open(List<RealProgram> programs) throws IOException {
    return open(programs, launcher(), false);
  }

  /** The same for a user without rights; whoever runs the tests is root. */
  static RealWorld openAsOther(List<RealProgram> programs)
      throws IOException, InterruptedException {
    Path reach = Files.createDirectories(PLACE.resolve("reach"));
    List<RealProgram> reachable = new ArrayList<>();
    for (RealProgram program : programs) {
      reachable.add(OtherUser.reachable(program, reach));
    }
    return open(reachable, OtherUser.launcher(reach, launcher()), true);
  }

  private static RealWorld open(List<RealProgram> programs, Path launcher, boolean asOther)
      throws IOException {
    Files.createDirectories(PLACE);
    StandIn standIn = StandIn.open(0);
    Path home = Files.createTempDirectory(PLACE, "home-");
    ProgramHome.furnish(home, standIn.url());
    CommandContext person =
        person(home, programs, standIn.url()).with("ORC_LAUNCHER", launcher.toString());
    assertThat(Path.of(System.getProperty("java.io.tmpdir")))
        .as("where stages are")
        .isEqualTo(PLACE);
    Stage stage = Stage.set(person, "real", Map.of(), settings(), false);
    RealWorld world = new RealWorld(home, stage, standIn, asOther);
    // Commands of this process write a log there, and must not own the folder.
    Files.createDirectories(stage.here().folders().logs());
    world.giveToOther(home, stage.folder());
    world.raise();
    return world;
  }

  /** Nobody else closes what does not come up. */
  private void raise() throws IOException {
    try {
      stage.raise();
    } catch (Failure e) {
      close();
      throw e;
    }
  }

  /** What root has made belongs to the other user, where there is one. */
  private void giveToOther(Path... folders) throws IOException {
    if (asOther) {
      try {
        for (Path folder : folders) {
          OtherUser.give(folder);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private static CommandContext person(Path home, List<RealProgram> programs, String url)
      throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (RealProgram program : programs) {
      Files.createSymbolicLink(bin.resolve(program.driver()), program.program());
    }
    Map<String, String> environment =
        System.getenv().entrySet().stream()
            .filter(one -> !ProgramHome.isForeign(one.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    environment.putAll(ProgramHome.environment(home, url));
    environment.merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    environment.put("ORC_JAVA", System.getProperty("java.home"));
    return new CommandContext(
        environment,
        Path.of("").toAbsolutePath(),
        InputStream.nullInputStream(),
        System.out,
        System.err,
        Terminal.NONE,
        new LocalClock());
  }

  static Path launcher() {
    return Path.of("").toAbsolutePath().resolveSibling("orc");
  }

  private static Map<String, String> settings() {
    return Map.of("restartFirst", "1s");
  }

  Stage stage() {
    return stage;
  }

  StandIn standIn() {
    return standIn;
  }

  Path folder() {
    return stage.folder();
  }

  Shell shell() {
    return new Shell(stage.here());
  }

  /** Runs a command that must succeed; answers what it printed. */
  String ok(String... arguments) {
    Shell.Result result = shell().run(arguments);
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out();
  }

  /** Starts a team over a new repository with the spec of {@link Greeting}. */
  void start(String project, String driver, String... more) throws IOException {
    Path repository = stage.repository(project, Greeting.FILES);
    giveToOther(repository);
    List<String> words = new ArrayList<>();
    words.addAll(List.of("start", repository.resolve(Greeting.SPEC_FILE).toString()));
    words.addAll(List.of("--name", project, "--driver", driver));
    words.addAll(List.of(more));
    ok(words.toArray(String[]::new));
  }

  /** How a project stands; asked again while nobody is there to answer. */
  ProjectStatus status(String project) {
    Instant end = Instant.now().plus(WHILE_IT_COMES_UP);
    while (true) {
      try {
        return stage.api().get(ProjectStatus.class, ApiClient.of(project, ""));
      } catch (Failure e) {
        if (e.exit() != Failure.NO_SERVER || Instant.now().isAfter(end)) {
          throw e;
        }
        Moment.await(Instant.now().plusMillis(200));
      }
    }
  }

  AgentStatus agent(String project, String role) {
    return status(project).agents().stream()
        .filter(one -> one.role().equals(role))
        .findFirst()
        .orElseThrow();
  }

  void awaitCompleted(String project, Duration longest) throws IOException {
    await(project, "is completed", longest, () -> status(project).phase() == Phase.COMPLETED);
  }

  /** Until no process is left that belongs to an agent of the project, from whatever life. */
  void awaitNobody(String project) throws IOException {
    Path spool = stage.here().folders().spool(project, "anybody").getParent();
    Remains.awaitNone(project, "ORC_SPOOL=" + spool + "/");
  }

  /** Until nobody is at work, and nothing waits for anybody. */
  void awaitReady(String project, Duration longest) throws IOException {
    await(
        project,
        "is ready",
        longest,
        () ->
            status(project).agents().stream()
                .allMatch(one -> IDLE.contains(one.state()) && one.waiting() == 0));
  }

  /** Waits; what it finds instead is told with the whole story. */
  void await(String project, String what, Duration longest, Await.Condition condition)
      throws IOException {
    try {
      Await.until(project + " " + what, longest, condition);
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + story(project), e);
    }
  }

  /** Hands a message over as a person's; answers its id. */
  String send(String project, String role, String text) {
    return send(project, Message.PERSON, role, text);
  }

  String send(String project, String from, String role, String text) {
    Message message = Message.ordinary(CallerIds.next(), from, role, text, Instant.now());
    return stage.api().post(Accepted.class, ApiClient.of(project, "messages"), message).id();
  }

  List<Letter> letters(String project) {
    return stage.api().list(Letter.class, ApiClient.of(project, "inbox"));
  }

  List<TimelineEntry> timeline(String project) {
    return stage.api().list(TimelineEntry.class, ApiClient.of(project, "timeline") + "?since=0");
  }

  String screen(String project, String role) {
    return Agents.screen(this, project, role);
  }

  /** What tmux says, asked by whoever owns its server. */
  String tmux(String... arguments) {
    List<String> words = stage.tmux(arguments);
    return stage.output(folder(), asOther ? OtherUser.as(words.toArray(String[]::new)) : words);
  }

  /** Until the worker answers again. */
  void awaitAnswer() throws IOException {
    Await.until(
        "the worker answers",
        Duration.ofSeconds(60),
        () -> WorkerStart.health(stage.here()).isPresent());
  }

  /**
   * All that is known of an orchestration: what failed is seen here and not by running it again.
   */
  String story(String project) {
    StringBuilder story = new StringBuilder(shell().run("status", project).out());
    story.append(shell().run("timeline", project).out());
    for (AgentStatus agent : status(project).agents()) {
      story.append("--- screen of ").append(agent.role()).append('\n');
      try {
        story.append(screen(project, agent.role())).append('\n');
      } catch (RuntimeException e) {
        story.append(e.getMessage()).append('\n');
      }
      story.append("--- the model saw as ").append(agent.role()).append('\n');
      for (String text : standIn.seen().texts(project + ":" + agent.role())) {
        story.append("  * ").append(text, 0, Math.min(text.length(), 200)).append('\n');
      }
    }
    return story.toString();
  }

  @Override
  public void close() throws IOException {
    try (standIn;
        stage) {
      if (asOther) {
        // The worker first: as long as it lives it starts a tmux that is gone once more.
        var unused = WorkerStop.of(stage.here(), false);
        tmux("kill-server");
      }
    }
    Remains.awaitNone("this host", "HOME=" + home);
    Leftovers.remove(home);
  }
}
