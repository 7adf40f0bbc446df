package dev.orc.cli.load;

import dev.orc.cli.command.CommandContext;
import dev.orc.cli.command.Failure;
import dev.orc.cli.stage.Stage;
import dev.orc.cli.stage.ThrowawayFolder;
import dev.orc.lab.standin.ProgramHome;
import dev.orc.lab.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stage for a real program, whose vendor is the stand-in, with a home of its own beside it. At
 * its end nothing of the program runs any more, and the home is removed when all went well. For one
 * thread.
 */
final class RealStage implements AutoCloseable {
  private final CommandContext person;
  private final Path place;
  private final Stage stage;
  private final boolean keep;
  private boolean good;

  private RealStage(CommandContext person, Path place, Stage stage, boolean keep) {
    this.person = person;
    this.place = place;
    this.stage = stage;
    this.keep = keep;
  }

  /**
   * The stage lies in the person's cache folder: programs refuse a home in the temporary one, and
   * give their commands more rights there than elsewhere.
   */
  static RealStage set(
      CommandContext person, StandIn standIn, DriverOptions options, Map<String, String> settings) {
    Path program = InstalledProgram.of(options.driver(), person);
    try {
      Path all = Files.createDirectories(person.folders().cache().resolve("load"));
      Path place = Files.createTempDirectory(all, options.driver() + "-").toRealPath();
      Path home = place.resolve("home");
      ProgramHome.furnish(home, standIn.url());
      Map<String, String> environment = new HashMap<>(person.environment());
      environment.keySet().removeIf(ProgramHome::isForeign);
      environment.putAll(ProgramHome.environment(home, standIn.url()));
      environment.merge(
          "PATH", program.getParent().toString(), (path, first) -> first + ":" + path);
      environment.put("TMPDIR", place.toString());
      CommandContext there = person.with(environment, person.directory());
      Stage stage = Stage.set(there, "load", Map.of("TMPDIR", "/tmp"), settings, options.keep());
      return new RealStage(person, place, stage, options.keep());
    } catch (IOException e) {
      throw Failure.failed(
          "no home for " + options.driver() + " can be made: " + e.getMessage(),
          "Look for disk space: df");
    }
  }

  Stage stage() {
    return stage;
  }

  /** The program's own. */
  Path home() {
    return place.resolve("home");
  }

  /** All went well: nothing that is left behind would tell more. */
  void succeeded() {
    good = true;
  }

  @Override
  public void close() {
    if (keep) {
      stage.close();
      return;
    }
    Map<Long, ProcessHandle> programs = programs();
    stage.close();
    // Some outlive their window whatever signal it sends them.
    programs.values().stream().filter(ProcessHandle::isAlive).forEach(RealStage::end);
    if (!good) {
      person.err().println("orc load: the program's home is left in " + home());
      return;
    }
    try {
      ThrowawayFolder.remove(place);
    } catch (IOException e) {
      person.err().println("orc load: " + place + " is left over: " + e.getMessage());
    }
  }

  private static void end(ProcessHandle program) {
    if (program.destroyForcibly()) {
      program.onExit().join();
    }
  }

  /** Everything that runs in the stage's windows now; nothing where there are no windows yet. */
  private Map<Long, ProcessHandle> programs() {
    List<String> list = new ArrayList<>(List.of("sh", "-c", "\"$@\" 2>/dev/null || true", "sh"));
    list.addAll(stage.tmux("list-panes", "-a", "-F", "#{pane_pid}"));
    return stage
        .output(stage.folder(), list)
        .lines()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
        .flatMap(ProcessHandle::descendants)
        .collect(
            Collectors.toMap(
                ProcessHandle::pid, one -> one, (one, same) -> one, LinkedHashMap::new));
  }
}
