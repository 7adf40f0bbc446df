package dev.orc.activities.agent;

import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.agent.watch.LiveHostTruth;
import dev.orc.activities.git.CommitCount;
import dev.orc.activities.host.tmux.Tmux;
import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.activities.host.tmux.TmuxForTests;
import dev.orc.activities.tell.audit.AuditEvent;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Launched;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import dev.orc.workflows.activities.SessionActivities;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.Program;
import dev.orc.workflows.model.Repository;
import dev.orc.workflows.model.Role;
import dev.orc.workflows.model.Spec;
import dev.orc.workflows.model.Team;
import dev.orc.workflows.model.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host of a test's own: a tmux server, folders, the scripted agent, and a worker's floor on it.
 */
public final class HostForTests implements AutoCloseable {
  public static final String PROJECT = "shop";

  private final Path home;
  private final HostFolders folders;
  private final TmuxForTests server = new TmuxForTests();
  private final Drivers drivers;
  private final List<AuditEvent> audit = Collections.synchronizedList(new ArrayList<>());
  private final List<Pane> archived = new ArrayList<>();
  private final List<HostAgents> opened = new ArrayList<>();
  private LiveHostTruth truth;
  private HostAgents agents;

  public HostForTests(Path home) throws IOException {
    this.home = home;
    this.folders = HostFolders.of(Map.of("ORC_HOME", home.resolve("orc").toString()));
    Files.createDirectories(home.resolve("work"));
    Files_.write(
        folders.config().resolve("drivers/silent.yaml"),
        "name: silent\nextends: scripted\nhooks: {}\n");
    this.drivers = Drivers.load(folders);
    startWorker();
  }

  /** What a new worker process would do: everything in memory is gone. */
  public void restartWorker() {
    opened.forEach(HostAgents::close);
    truth.close();
    startWorker();
  }

  private void startWorker() {
    truth =
        new LiveHostTruth(
                tmux(),
                name -> Optional.of(drivers.get(name)),
                new CommitCount(),
                folders,
                Clock.systemUTC(),
                ZoneOffset.UTC)
            .start();
    agents = newAgents();
  }

  /** New activities over the same disk and the same truth. */
  HostAgents newAgents() {
    AgentHost host =
        new AgentHost(
            tmux(),
            truth,
            name -> Optional.of(drivers.get(name)),
            folders,
            Clock.systemUTC(),
            ZoneOffset.UTC);
    LaunchRoom room =
        new LaunchRoom(
            new ShellSessions(tmux()),
            order -> Files_.write(folders.project(PROJECT).resolve("brief.md"), "brief"),
            this::archive,
            Path.of("/nowhere/orc"),
            Map.of("ORC_TEST", "1"),
            System.getenv("PATH"));
    HostAgents made =
        new HostAgents(
            host,
            room,
            new MessageTexts(folders),
            audit::add,
            () -> () -> {},
            ChannelOpeners.ofThisHost());
    opened.add(made);
    return made;
  }

  private Optional<Path> archive(Pane pane) {
    archived.add(pane);
    return Optional.empty();
  }

  public Tmux tmux() {
    return server.tmux();
  }

  public LiveHostTruth truth() {
    return truth;
  }

  public HostAgents agents() {
    return agents;
  }

  public HostFolders folders() {
    return folders;
  }

  /** What a person may do beside an agent. */
  void splitWindow(String pane) throws IOException, InterruptedException {
    tmuxProgram("split-window", "-d", "-t", pane, "sleep", "600");
  }

  /** What a person may do with tmux itself; answers its exit status. */
  public int tmuxProgram(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server.settings().socket()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  List<AuditEvent> audit() {
    return audit;
  }

  List<Pane> archived() {
    return archived;
  }

  public Path worktree() {
    return home.resolve("work");
  }

  /** Launches a scripted agent that another driver looks at. */
  Launched launchBy(String driver, String role, int incarnation, String... playbook) {
    LaunchOrder usual = order(role, incarnation, playbook);
    Role job = usual.role();
    Program program = new Program(driver, job.program().arguments(), job.program().environment());
    return agents.launch(
        new LaunchOrder(
            usual.project(),
            usual.repository(),
            usual.spec(),
            usual.team(),
            job.withProgram(program),
            usual.worktree(),
            usual.incarnation(),
            usual.recovered(),
            usual.windows(),
            usual.handovers(),
            usual.within()));
  }

  /** Launches a scripted agent that plays these lines. */
  public Launched launch(String role, int incarnation, String... playbook) {
    return agents.launch(order(role, incarnation, playbook));
  }

  LaunchOrder order(String role, int incarnation, String... playbook) {
    Role job = role(role, playbook);
    return new LaunchOrder(
        PROJECT,
        new Repository(home.resolve("work").toString(), "main", "HEAD"),
        new Spec("t", "f", "d", "g", List.of(), List.of()),
        new Team("code_project", List.of(job)),
        job,
        new Worktree(role, home.resolve("work").toString(), "feature/shop", "plain"),
        incarnation,
        false,
        List.of(),
        List.of(),
        Duration.ofSeconds(20));
  }

  Role role(String role, String... playbook) {
    String file = home.resolve(role + ".play").toString();
    if (playbook.length > 0) {
      Files_.write(Path.of(file), String.join("\n", playbook) + "\n");
    }
    Program program =
        new Program(
            tellsNothing(file) ? "silent" : "scripted",
            Files.exists(Path.of(file)) ? List.of("--playbook", file) : List.of(),
            Map.of("ORC_RECEIPTS", receiptsFile().toString()));
    return new Role(role, "work", false, 0, "feature/", List.of(), List.of(), program);
  }

  /** A program that has no hooks has another driver than one whose hooks tell of its start. */
  private static boolean tellsNothing(String playbook) {
    return Files.exists(Path.of(playbook)) && Files_.lines(Path.of(playbook)).contains("hooks off");
  }

  private Path receiptsFile() {
    return home.resolve("receipts");
  }

  public Receipt deliver(String role, int incarnation, Message message) {
    return agents.deliver(delivery(role, incarnation, message));
  }

  DeliveryOrder delivery(String role, int incarnation, Message message) {
    return new DeliveryOrder(PROJECT, role(role), incarnation, message);
  }

  public static Message message(String id, String text) {
    return Message.ordinary(id, "tester", "developer", text, Instant.now());
  }

  /** The prompts that agents got, once there are so many: a receipt's file comes after its hook. */
  public List<Prompt> prompts(int atLeast) {
    TmuxForTests.await(atLeast + " prompts", () -> prompts().size() >= atLeast);
    return prompts();
  }

  /** Each prompt that an agent got until now. */
  public List<Prompt> prompts() {
    if (!Files.exists(receiptsFile())) {
      return List.of();
    }
    return Files_.lines(receiptsFile()).stream()
        .map(line -> line.split("\t", -1))
        .map(part -> new Prompt(Integer.parseInt(part[1]), part[2], part[3], part[4]))
        .toList();
  }

  /** One line of the agents' receipts file. */
  public record Prompt(int incarnation, String id, String text, String role) {}

  @Override
  public void close() throws IOException {
    opened.forEach(HostAgents::close);
    truth.close();
    server.close();
  }

  /** Sessions with one window that waits. */
  private record ShellSessions(Tmux tmux) implements SessionActivities {
    @Override
    public String open(SessionOrder order) {
      return tmux.newSession(
              order.project(),
              new Tmux.NewWindow(
                  "shell", order.directory(), List.of("sleep", "600"), Map.of(), Map.of()))
          .session();
    }

    @Override
    public String close(CloseOrder order) {
      throw new UnsupportedOperationException("no test closes a session");
    }
  }

  /** Files without checked exceptions. */
  private static final class Files_ {
    static Path write(Path file, String text) {
      try {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    static List<String> lines(Path file) {
      try {
        return Files.readAllLines(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
