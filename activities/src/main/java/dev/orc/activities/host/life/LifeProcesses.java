package dev.orc.activities.host.life;

import dev.orc.activities.host.tmux.Tmux.Pane;
import dev.orc.base.process.ProcessEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds every process of lives: the descendants of their panes' programs, whoever shares a session
 * with them, and whoever was started with their marks in the environment and has gone from under
 * them. Only ever by process id, never by a name. Where there is no {@code /proc} the descendants
 * are all that can be found. Thread-safe.
 */
final class LifeProcesses {
  private static final Logger log = LoggerFactory.getLogger(LifeProcesses.class);
  private static final Path PROC = Path.of("/proc");

  /** In /proc/PID/stat the session is the fourth field behind the program's name. */
  private static final int SESSION = 3;

  private final Collection<Pane> panes;
  private final Set<String> sessions;
  private final Predicate<List<String>> marks;
  private final Set<Long> spared = new HashSet<>();

  /**
   * @param panes the lives' own
   * @param marks whether an environment, as a list of variables, is that of one of these lives
   * @param others the panes of all others, whose processes are never these lives'
   */
  LifeProcesses(Collection<Pane> panes, Predicate<List<String>> marks, Collection<Pane> others) {
    this.panes = panes;
    this.sessions =
        panes.stream().map(pane -> Long.toString(pane.pid())).collect(Collectors.toSet());
    this.marks = marks;
    ProcessTree tree = ProcessTree.now();
    ProcessHandle self = ProcessHandle.current();
    spared.addAll(tree.from(self.pid()));
    for (ProcessHandle at = self; at != null; at = at.parent().orElse(null)) {
      spared.add(at.pid());
    }
    others.stream()
        .filter(other -> !other.dead())
        .forEach(other -> spared.addAll(tree.from(other.pid())));
    // tmux itself may have been started by an agent, and have its marks.
    Stream.concat(others.stream(), panes.stream())
        .filter(any -> !any.dead())
        .flatMap(any -> ProcessHandle.of(any.pid()).flatMap(ProcessHandle::parent).stream())
        .forEach(server -> spared.add(server.pid()));
  }

  /** Those that live now. */
  Set<ProcessHandle> living() {
    ProcessTree tree = ProcessTree.now();
    Set<Long> found = new HashSet<>();
    panes.stream()
        .filter(pane -> !pane.dead())
        .forEach(pane -> found.addAll(tree.from(pane.pid())));
    processes().filter(this::belongs).forEach(found::add);
    return found.stream()
        .filter(pid -> !spared.contains(pid))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  private static Stream<Long> processes() {
    if (!Files.isDirectory(PROC)) {
      return Stream.empty();
    }
    return ProcessHandle.allProcesses().map(ProcessHandle::pid);
  }

  private boolean belongs(long pid) {
    return !spared.contains(pid) && (sharesSession(pid) || isMarked(pid));
  }

  private boolean sharesSession(long pid) {
    String stat = stat(pid);
    int name = stat.lastIndexOf(')');
    String[] fields = name < 0 ? new String[0] : stat.substring(name + 2).split(" ");
    return fields.length > SESSION && sessions.contains(fields[SESSION]);
  }

  private boolean isMarked(long pid) {
    return marks.test(ProcessEnvironment.of(pid));
  }

  /** Empty for a process that has gone meanwhile or is not ours. */
  private static String stat(long pid) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("stat"));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      log.trace("the state of {} can not be read: {}", pid, e.toString());
      return "";
    }
  }
}
