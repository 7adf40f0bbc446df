package dev.orc.cli.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orc.cli.Await;
import dev.orc.cli.Shell;
import dev.orc.cli.api.ApiJson;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.LocalClock;
import dev.orc.cli.command.Terminal;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.stage.Stage;
import dev.orc.workflows.activities.TaskQueues;
import dev.orc.workflows.model.AgentState;
import dev.orc.workflows.model.BatchItem;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.TimelineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The built program on a throwaway home: commands run in this process, the worker, its Temporal and
 * the agents in their own. Closing it replays the histories of everything that was started here,
 * and ends every process. Confined to one thread.
 */
final class OrcForTests implements AutoCloseable {
  static final Duration LAUNCH = Duration.ofSeconds(60);
  static final String SPEC = "# A spec\n\nGOAL: Stand by and answer.\n";

  private final Stage stage;
  private final Set<String> started = new HashSet<>();

  private OrcForTests(Stage stage) {
    this.stage = stage;
  }

  /** A home without a worker. */
  static OrcForTests down() {
    return down(Map.of(), Map.of());
  }

  /**
   * @param agents added to the environment of every agent
   * @param settings of every orchestration
   */
  static OrcForTests down(Map<String, String> agents, Map<String, String> settings) {
    return down(agents, settings, Map.of());
  }

  /**
   * @param queue of every batch
   */
  static OrcForTests down(
      Map<String, String> agents, Map<String, String> settings, Map<String, String> queue) {
    Map<String, String> receiving = new HashMap<>(agents);
    receiving.put("ORC_RECEIPTS", "{stage}/receipts.tsv");
    return new OrcForTests(Stage.set(person(), "test", receiving, settings, queue, false));
  }

  /** A home whose worker is up. */
  static OrcForTests up() throws IOException {
    return down().raise();
  }

  OrcForTests raise() throws IOException {
    try {
      ServerNote.write(stage.raise(), stage.here().folders());
      return this;
    } catch (IOException | RuntimeException failed) {
      stage.close();
      throw failed;
    }
  }

  /** Who runs the tests, with the launcher of this checkout and the Java of this process. */
  static CommandContext person() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("ORC_LAUNCHER", launcher().toString());
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

  Stage stage() {
    return stage;
  }

  Path folder() {
    return stage.folder();
  }

  /** A person's shell in the throwaway folder. */
  Shell shell() {
    return new Shell(stage.here());
  }

  Shell.Result run(String... arguments) {
    return shell().run(arguments);
  }

  /** Runs a command that must succeed; answers what it printed. */
  String ok(String... arguments) {
    return ok(shell(), arguments);
  }

  static String ok(Shell shell, String... arguments) {
    Shell.Result result = shell.run(arguments);
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out();
  }

  /** A repository with a spec in it. */
  Path repository(String name) {
    return stage.repository(name, Map.of("spec.md", SPEC, "README.md", "# " + name + "\n"));
  }

  /** Starts an orchestration over a new repository and waits until every agent has its brief. */
  OrcForTests start(String name, String... roles) throws IOException {
    return start(repository(name), name, roles);
  }

  OrcForTests start(Path repository, String name, String... roles) throws IOException {
    String spec = repository.resolve("spec.md").toString();
    try {
      ok("start", spec, "--name", name, "--roles", String.join(",", roles));
      return follow(name).awaitReady(name, LAUNCH);
    } catch (IOException | RuntimeException | AssertionError failed) {
      // Who makes one and starts something in one go has nothing to close yet.
      started.clear();
      stage.close();
      throw failed;
    }
  }

  /** The history of an orchestration that was started otherwise is replayed at the end, too. */
  OrcForTests follow(String name) {
    started.add(TaskQueues.workflowId(name));
    return this;
  }

  /** The histories of a batch and of its projects are replayed at the end, too. */
  OrcForTests follow(BatchStatus batch) {
    started.add(batch.workflowId());
    batch.items().stream().map(BatchItem::project).filter(Objects::nonNull).forEach(this::follow);
    return this;
  }

  /** How a batch stands; asked again while nobody is there to answer. */
  BatchStatus batch(String name) throws IOException {
    String json = answered("queue", "list", "--batch", name, "--json");
    return jsonList(BatchStatus.class, json).get(0);
  }

  /** Everything that is over on this home, the oldest first. */
  List<Completed> completed() throws IOException {
    return jsonList(Completed.class, answered("completed", "--json"));
  }

  OrcForTests awaitReady(String name, Duration longest) throws IOException {
    Await.until(
        "the team of " + name + " is ready",
        longest,
        () -> {
          ProjectStatus now = status(name);
          return now.phase() == Phase.WORKING
              && now.agents().stream()
                  .allMatch(
                      agent -> agent.state().equals(AgentState.READY) && agent.waiting() == 0);
        });
    return this;
  }

  ProjectStatus status(String name) throws IOException {
    return json(ProjectStatus.class, answered("status", name, "--json"));
  }

  /** What a question is answered with; asked again while nobody is there to answer. */
  private String answered(String... question) throws IOException {
    List<Shell.Result> results = new ArrayList<>();
    Await.until(
        String.join(" ", question) + " is answered",
        LAUNCH,
        () -> results.add(run(question)) && results.get(results.size() - 1).exit() != 4);
    Shell.Result last = results.get(results.size() - 1);
    assertThat(last.exit()).as(last.err()).isZero();
    return last.out();
  }

  void awaitPhase(String name, Phase phase, Duration longest) throws IOException {
    Await.until(name + " is " + phase, longest, () -> status(name).phase() == phase);
  }

  List<TimelineEntry> timeline(String name) throws IOException {
    return jsonList(TimelineEntry.class, answered("timeline", name, "--json"));
  }

  /** What the agents say they were told. */
  List<Receipt> receipts() throws IOException {
    return Receipt.read(folder().resolve("receipts.tsv"));
  }

  Optional<HostHealth> health() {
    return WorkerStart.health(stage.here());
  }

  static <T> T json(Class<T> type, String text) throws IOException {
    return ApiJson.read(type, text.getBytes(StandardCharsets.UTF_8));
  }

  static <T> List<T> jsonList(Class<T> type, String text) throws IOException {
    return ApiJson.readList(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The pid in a file of the state folder. */
  long pid(String file) throws IOException {
    return Long.parseLong(Files.readString(stage.here().folders().state().resolve(file)).strip());
  }

  @Override
  public void close() throws Exception {
    try (stage) {
      if (!started.isEmpty()) {
        Histories.replay(health().orElseGet(stage::raise), stage.here().folders(), started);
      }
    }
  }
}
