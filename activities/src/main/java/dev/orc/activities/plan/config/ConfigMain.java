package dev.orc.activities.plan.config;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The program behind {@code orc config check}; the launcher starts it. It needs no worker and no
 * server.
 */
public final class ConfigMain {
  private ConfigMain() {}

  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), System.out, System.err));
  }

  /** Reads the host's configuration as a worker would; the result is the exit code. */
  static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    HostFolders folders = HostFolders.of(environment);
    try {
      var unused = Config.load(folders);
      Path file = folders.config().resolve("config.yaml");
      out.println(
          Files.exists(file)
              ? file + " can be used."
              : "There is no " + file + ": the defaults count.");
      return 0;
    } catch (Refusal refusal) {
      refusal.getMessage().lines().forEach(line -> err.println("orc: " + line));
      return refusal.kind().exit();
    }
  }
}
