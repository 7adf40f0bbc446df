package dev.orc.cli.stage;

import dev.orc.base.process.ProcessEnds;
import dev.orc.base.process.ProcessEnvironment;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes of a stage's agents: some programs do not end with the window that they are in.
 * They are known by the pane that they come from, and by the mark that each agent is started with,
 * which names a file of this very stage. Stateless.
 */
final class StageAgents {
  private static final Path PROC = Path.of("/proc");
  private static final Duration LAST_BREATH = Duration.ofSeconds(2);

  private StageAgents() {}

  /**
   * Those that live now.
   *
   * @param panes the processes of the panes; without {@code /proc} their descendants are all
   * @param state the stage's state folder
   */
  static Set<ProcessHandle> living(Stream<Long> panes, Path state) {
    Set<ProcessHandle> found = new HashSet<>();
    panes
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .forEach(
            root -> {
              found.add(root);
              root.descendants().forEach(found::add);
            });
    if (Files.isDirectory(PROC)) {
      String mark = "ORC_SPOOL=" + state + "/";
      ProcessHandle.allProcesses().filter(any -> isMarked(any.pid(), mark)).forEach(found::add);
    }
    found.remove(ProcessHandle.current());
    return found;
  }

  private static boolean isMarked(long pid, String mark) {
    return ProcessEnvironment.of(pid).stream().anyMatch(variable -> variable.startsWith(mark));
  }

  /** Asks them to end, and kills those that do not. */
  static void end(Set<ProcessHandle> processes, PrintStream err) throws InterruptedException {
    processes.forEach(ProcessHandle::destroy);
    if (!ProcessEnds.within(processes, LAST_BREATH)) {
      processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
      if (!ProcessEnds.within(processes, LAST_BREATH)) {
        String left =
            processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(one -> Long.toString(one.pid()))
                .collect(Collectors.joining(", "));
        err.println("orc: processes of agents do not end: " + left);
      }
    }
  }
}
