package dev.orc.cli.whole;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tmux server of the throwaway home says. Stateless. */
final class Panes {
  private static final String FORMAT = "#{@orc_project}:#{@orc_role} #{pane_pid} #{pane_dead}";

  private Panes() {}

  /** The processes of the living agents, by {@code project:role}. */
  static Map<String, Long> pids(OrcForTests orc) {
    return ask(orc, "list-panes", "-a", "-F", FORMAT)
        .lines()
        .map(line -> List.of(line.split(" ", -1)))
        .filter(fields -> !fields.get(0).endsWith(":") && fields.get(2).equals("0"))
        .collect(
            Collectors.toMap(
                fields -> fields.get(0), fields -> Long.valueOf(fields.get(1)), (a, b) -> a));
  }

  static long pid(OrcForTests orc, String project, String role) {
    return pids(orc).get(project + ":" + role);
  }

  /** The pid of the tmux server. */
  static long server(OrcForTests orc) {
    return Long.parseLong(ask(orc, "display-message", "-p", "#{pid}"));
  }

  /** The names of a session's windows. */
  static List<String> windows(OrcForTests orc, String session) {
    return ask(orc, "list-windows", "-t", session, "-F", "#{window_name}").lines().toList();
  }

  /** What a window shows. */
  static String screen(OrcForTests orc, String window) {
    return ask(orc, "capture-pane", "-p", "-t", window);
  }

  private static String ask(OrcForTests orc, String... arguments) {
    return orc.stage().output(orc.folder(), orc.stage().tmux(arguments));
  }
}
