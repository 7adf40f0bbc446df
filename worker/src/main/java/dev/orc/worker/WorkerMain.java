package dev.orc.worker;

import dev.orc.activities.Refusal;
import dev.orc.activities.config.Config;
import dev.orc.activities.files.PrivateFiles;
import dev.orc.worker.host.FloorSide;
import dev.orc.worker.host.HostNames;
import dev.orc.worker.temporal.TemporalSettings;
import dev.orc.workflows.OrcDataConverter;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The one process of a host. It has no arguments: what it needs it reads from the configuration and
 * the environment. Says in one line on stderr why it can not start, and ends with the command
 * line's exit codes. Ended by SIGTERM it closes what it opened and exits with 0.
 */
public final class WorkerMain {
  private WorkerMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    HostFolders folders = HostFolders.of(environment);
    Path logs = folders.logs();
    PrivateFiles.createFolder(logs);
    WorkerLog.open(logs);
    try {
      HostWorker worker = HostWorker.start(parts(folders, environment));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker), "worker-end"));
      new CountDownLatch(1).await();
    } catch (Refusal refusal) {
      fail(refusal.kind().exit(), refusal.getMessage() + "; " + refusal.remedy());
    } catch (IOException | RuntimeException failed) {
      WorkerLog.failed(failed);
      fail(Refusal.Kind.FAILED.exit(), failed + "; " + logs.resolve("worker.log") + " says more");
    }
  }

  private static HostWorker.Parts parts(HostFolders folders, Map<String, String> environment) {
    Config config = Config.load(folders);
    String host = HostNames.of(config.host());
    return new HostWorker.Parts(
        folders,
        host,
        temporal(config, environment),
        0,
        OrcDataConverter.create(),
        new Class<?>[] {ProjectWorkflowImpl.class, BatchWorkflowImpl.class},
        () -> FloorSide.open(folders, config, environment));
  }

  /** What the configuration says of Temporal counts where the environment is silent. */
  private static TemporalSettings temporal(Config config, Map<String, String> environment) {
    Map<String, String> merged = new HashMap<>(environment);
    if (config.temporal().address() != null) {
      merged.putIfAbsent("TEMPORAL_ADDRESS", config.temporal().address());
    }
    merged.putIfAbsent("TEMPORAL_NAMESPACE", config.temporal().namespace());
    int port = config.temporal().port();
    return TemporalSettings.of(null, port == 0 ? null : String.valueOf(port), merged);
  }

  /** The JVM would exit with the signal's number; a clean end is a 0. */
  private static void end(HostWorker worker) {
    worker.close();
    WorkerLog.close();
    Runtime.getRuntime().halt(0);
  }

  private static void fail(int exit, String line) {
    System.err.println("orc worker: " + line);
    WorkerLog.close();
    System.exit(exit);
  }
}
