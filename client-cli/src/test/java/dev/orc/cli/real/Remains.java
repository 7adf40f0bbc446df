package dev.orc.cli.real;

import dev.orc.cli.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Processes that are there though they should have ended, found by a variable that they were
 * started with; nothing is found where there is no {@code /proc}. Stateless.
 */
final class Remains {
  private static final Duration LAST_BREATH = Duration.ofSeconds(20);

  private Remains() {}

  /**
   * Waits until there are none; what is there instead is told with its command line.
   *
   * @param variable its name and how its value begins
   */
  static void awaitNone(String of, String variable) throws IOException {
    try {
      Await.until(of + " has ended", LAST_BREATH, () -> startedWith(variable).isEmpty());
    } catch (AssertionError e) {
      throw new AssertionError(of + " has left: " + startedWith(variable), e);
    }
  }

  private static List<String> startedWith(String variable) {
    return ProcessHandle.allProcesses()
        .filter(one -> one.pid() != ProcessHandle.current().pid())
        .filter(
            one ->
                Arrays.stream(read(one, "environ").split("\0"))
                    .anyMatch(found -> found.startsWith(variable)))
        .map(one -> one.pid() + " " + read(one, "cmdline").replace('\0', ' '))
        .toList();
  }

  /** Empty for a process that has gone meanwhile, which has no command line either. */
  private static String read(ProcessHandle process, String what) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), what));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
