package dev.orc.worker.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a program in a session of its own, so that it outlives this process and no Ctrl-C meant
 * for us reaches it. Stateless.
 */
final class Detached {
  private static final List<Path> SESSION_LEADERS =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private Detached() {}

  /** Starts it with its output in the log; variables whose value is empty are taken away. */
  static Process start(List<String> command, Map<String, String> environment, Path log) {
    List<String> whole = new ArrayList<>();
    SESSION_LEADERS.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresentOrElse(setsid -> whole.add(setsid.toString()), () -> whole.add("nohup"));
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .redirectInput(new java.io.File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    try {
      return builder.start();
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot start " + command.get(0), cannot);
    }
  }
}
