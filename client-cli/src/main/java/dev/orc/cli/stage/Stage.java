package dev.orc.cli.stage;

import dev.orc.cli.api.ApiClient;
import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.command.ProgramStarts;
import dev.orc.cli.command.Programs;
import dev.orc.cli.command.Signals;
import dev.orc.cli.host.WorkerStart;
import dev.orc.cli.host.WorkerStop;
import dev.orc.workflows.model.HostHealth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A throwaway folder with a home of its own in it: own worker, own Temporal, own tmux socket, own
 * git configuration. Nothing of the person's is read or touched. Confined to one thread, but for
 * {@link #close}, which may come from a shutdown hook.
 */
public final class Stage implements AutoCloseable {
  private final CommandContext here;
  private final Path folder;
  private final String socket;
  private final boolean keep;
  private final Thread atExit = new Thread(this::strike, "stage-strike");
  private volatile boolean raised;
  private boolean struck;

  private Stage(CommandContext here, Path folder, String socket, boolean keep) {
    this.here = here;
    this.folder = folder;
    this.socket = socket;
    this.keep = keep;
  }

  /**
   * Makes the folder and writes the home's configuration.
   *
   * @param name what the folder and the tmux socket are called after
   * @param agents added to every agent's environment; {@code {stage}} stands for the folder
   * @param settings of every orchestration
   * @param keep leave everything as it is at the end
   */
  public static Stage set(
      CommandContext person,
      String name,
      Map<String, String> agents,
      Map<String, String> settings,
      boolean keep) {
    return set(person, name, agents, settings, Map.of(), keep);
  }

  /**
   * The same with numbers that batches run by.
   *
   * @param queue of every batch
   */
  public static Stage set(
      CommandContext person,
      String name,
      Map<String, String> agents,
      Map<String, String> settings,
      Map<String, String> queue,
      boolean keep) {
    for (String program : List.of("tmux", "git")) {
      if (Programs.onPath(program, person).isEmpty()) {
        throw Failure.failed(program + " is not on the PATH", "Install it: orc setup");
      }
    }
    try {
      Path folder = Files.createTempDirectory(temporary(person), "orc-" + name + "-").toRealPath();
      String socket = folder.getFileName().toString();
      Files.createDirectories(folder.resolve("home/config"));
      Files.writeString(
          folder.resolve("home/config/config.yaml"),
          configuration(folder, socket, agents, settings, queue));
      CommandContext here = person.with(environment(person, folder), folder);
      Stage stage = new Stage(here, folder, socket, keep);
      Signals.atEnd(stage.atExit);
      return stage;
    } catch (IOException e) {
      throw Failure.failed(
          "no throwaway folder can be made: " + e.getMessage(), "Set TMPDIR to a writable folder");
    }
  }

  /** The surroundings of a command that is to act on this stage. */
  public CommandContext here() {
    return here;
  }

  public Path folder() {
    return folder;
  }

  /** Starts the worker and waits until it answers. */
  public HostHealth raise() {
    HostHealth health = WorkerStart.start(here);
    raised = true;
    return health;
  }

  public ApiClient api() {
    return ApiClient.of(here);
  }

  /** A new repository with one commit. */
  public Path repository(String name, Map<String, String> files) {
    return StageRepository.make(here, folder.resolve(name), files);
  }

  /** Runs a program in a folder of the stage; answers what it printed. */
  public String output(Path directory, List<String> program) {
    return StageRepository.output(here, directory, program);
  }

  /** The tmux program with this stage's socket. */
  public List<String> tmux(String... arguments) {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  @Override
  public void close() {
    strike();
    Signals.forget(atExit);
  }

  /** Ends the worker, the Temporal server and every agent, and removes the folder. */
  private synchronized void strike() {
    if (struck || keep) {
      return;
    }
    struck = true;
    try {
      List<String> ended = WorkerStop.of(here, false);
      if (ended.isEmpty() && raised) {
        here.err().println("orc: the worker had ended before");
      }
      Set<ProcessHandle> agents = StageAgents.living(panes(), here.folders().state());
      ProgramStarts.of(here, tmux("kill-server"))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      StageAgents.end(agents, here.err());
      StageProcesses.of(folder.resolve("home")).forEach(ProcessHandle::destroyForcibly);
      ThrowawayFolder.remove(folder);
    } catch (IOException e) {
      here.err().println("orc: " + folder + " is left over: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The processes of all panes; none where no tmux server runs. */
  private Stream<Long> panes() throws IOException, InterruptedException {
    Process process =
        ProgramStarts.of(here, tmux("list-panes", "-a", "-F", "#{pane_pid}"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return process.waitFor() == 0 ? printed.lines().map(Long::valueOf) : Stream.empty();
  }

  private static Path temporary(CommandContext person) {
    String named = person.variable("TMPDIR");
    return Path.of(named == null ? System.getProperty("java.io.tmpdir") : named);
  }

  private static Map<String, String> environment(CommandContext person, Path folder) {
    Map<String, String> environment = new LinkedHashMap<>(person.environment());
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("TEMPORAL_") && !name.equals("TEMPORAL_KIND")
                    || name.startsWith("ORC_") && !KEPT.contains(name)
                    || name.startsWith("TMUX")
                    || name.startsWith("GIT_"));
    environment.put("ORC_HOME", folder.resolve("home").toString());
    // The program that was installed for the person serves the stage as well.
    Path temporal = person.folders().cache().resolve("bin/temporal");
    if (!environment.containsKey("ORC_TEMPORAL_BIN") && Files.isExecutable(temporal)) {
      environment.put("ORC_TEMPORAL_BIN", temporal.toString());
    }
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", folder.resolve("home/gitconfig").toString());
    return environment;
  }

  private static final List<String> KEPT =
      List.of("ORC_LAUNCHER", "ORC_JAVA", "ORC_LC_ALL", "ORC_TEMPORAL_BIN");

  private static String configuration(
      Path folder,
      String socket,
      Map<String, String> agents,
      Map<String, String> settings,
      Map<String, String> queue) {
    StringBuilder yaml = new StringBuilder("driver: scripted\ntmux:\n  socket: " + socket + "\n");
    // What lies in a throwaway folder was put there by us.
    yaml.append("trusted-folders: ['" + folder.toString().replace("'", "''") + "']\n");
    section(yaml, "environment", agents, folder);
    section(yaml, "settings", settings, folder);
    section(yaml, "queue", queue, folder);
    return yaml.toString();
  }

  private static void section(
      StringBuilder yaml, String name, Map<String, String> pairs, Path folder) {
    if (pairs.isEmpty()) {
      return;
    }
    yaml.append(name).append(":\n");
    pairs.forEach(
        (key, value) ->
            yaml.append("  ")
                .append(key)
                .append(": \"")
                .append(value.replace("{stage}", folder.toString()).replace("\\", "\\\\"))
                .append("\"\n"));
  }
}
