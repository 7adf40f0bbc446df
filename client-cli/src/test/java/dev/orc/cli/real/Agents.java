package dev.orc.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What is done to the agents' windows from outside. Stateless. */
final class Agents {
  private static final String FORMAT = "#{@orc_project}:#{@orc_role} #{pane_id} #{pane_pid}";

  private Agents() {}

  /** Kills the program in an agent's window, and whatever it started, as a crash would. */
  static void kill(RealWorld world, String project, String role) {
    long pid = Long.parseLong(pane(world, project, role).get(2));
    ProcessHandle shown = ProcessHandle.of(pid).orElseThrow();
    // The first one goes with the last of its children, and can not be killed any more then.
    List<ProcessHandle> started = shown.descendants().toList();
    assertThat(shown.destroyForcibly()).isTrue();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** As a person does in the window, without Enter. */
  static void type(RealWorld world, String project, String role, String words) {
    world.tmux("send-keys", "-t", pane(world, project, role).get(1), "-l", words);
  }

  /** A key by tmux's name for it. */
  static void press(RealWorld world, String project, String role, String key) {
    world.tmux("send-keys", "-t", pane(world, project, role).get(1), key);
  }

  static String screen(RealWorld world, String project, String role) {
    return world.tmux("capture-pane", "-p", "-t", pane(world, project, role).get(1));
  }

  private static List<String> pane(RealWorld world, String project, String role) {
    return world
        .tmux("list-panes", "-a", "-F", FORMAT)
        .lines()
        .map(line -> List.of(line.split(" ", -1)))
        .filter(fields -> fields.get(0).equals(project + ":" + role))
        .findFirst()
        .orElseThrow();
  }
}
