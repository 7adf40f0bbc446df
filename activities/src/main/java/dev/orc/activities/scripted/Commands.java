package dev.orc.activities.scripted;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs real programs in the worktree, and says in a line how that went. Belongs to one thread. */
final class Commands {
  private static final int SHOWN = 200;

  private final PaneEnvironment surroundings;

  Commands(PaneEnvironment surroundings) {
    this.surroundings = surroundings;
  }

  String run(List<String> command) throws InterruptedException {
    return run(command, surroundings.incarnation());
  }

  /** Commits everything in the worktree. */
  String commit(String message) throws InterruptedException {
    String added = run(List.of("git", "add", "--all"));
    if (!added.endsWith(": ok")) {
      return added;
    }
    return run(List.of("git", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message));
  }

  String send(String role, String text) throws InterruptedException {
    return run(List.of(surroundings.orc(), "send", role, text));
  }

  String report(String kind, String text) throws InterruptedException {
    return run(List.of(surroundings.orc(), "report", kind, text));
  }

  /** Reports as the life before this one would. */
  String reportFromOldLife(String kind, String text) throws InterruptedException {
    int earlier = surroundings.incarnation() - 1;
    if (earlier < 1) {
      return "there was no earlier life to report from";
    }
    return run(List.of(surroundings.orc(), "report", kind, text), earlier);
  }

  String killSelf() throws InterruptedException {
    return run(List.of("kill", "-KILL", Long.toString(ProcessHandle.current().pid())));
  }

  private String run(List<String> command, int incarnation) throws InterruptedException {
    String name = new File(command.get(0)).getName() + " " + command.get(1);
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
    Map<String, String> environment = builder.environment();
    environment.put("ORC_INCARNATION", Integer.toString(incarnation));
    name(environment);
    try {
      Process process = builder.start();
      byte[] said = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      return status == 0 ? name + ": ok" : name + ": exit " + status + ": " + lastLine(said);
    } catch (IOException e) {
      return name + ": " + e.getMessage();
    }
  }

  /** Commits need a name, and a machine for tests may have none. */
  private void name(Map<String, String> environment) {
    String name = surroundings.role().isEmpty() ? "scripted" : surroundings.role();
    for (String who : new String[] {"GIT_AUTHOR", "GIT_COMMITTER"}) {
      environment.putIfAbsent(who + "_NAME", name);
      environment.putIfAbsent(who + "_EMAIL", name + "@orc.invalid");
    }
  }

  private static String lastLine(byte[] said) {
    String text = new String(said, StandardCharsets.UTF_8).trim();
    String line = text.substring(text.lastIndexOf('\n') + 1);
    return line.length() > SHOWN ? line.substring(0, SHOWN) : line;
  }
}
