package dev.orc.worker;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.config.Config;
import dev.orc.base.files.PrivateFiles;
import dev.orc.base.files.PrivateTree;
import dev.orc.worker.host.HostNames;
import dev.orc.worker.host.LocalHostServices;
import dev.orc.worker.temporal.TemporalSettings;
import dev.orc.workflows.batch.BatchWorkflowImpl;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.project.ProjectWorkflowImpl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

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
    closeToOthers(folders.state());
    try {
      HostWorker worker = HostWorker.start(parts(folders, environment));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker), "worker-end"));
      new CountDownLatch(1).await();
    } catch (Refusal refusal) {
      List<String> lines = refusal.getMessage().lines().toList();
      String first = lines.get(0) + "; " + refusal.remedy();
      fail(refusal.kind().exit(), first, lines.subList(1, lines.size()));
    } catch (IOException | RuntimeException failed) {
      WorkerLog.failed(failed);
      String more = "; " + logs.resolve("worker.log") + " says more";
      fail(Refusal.Kind.FAILED.exit(), failed + more, List.of());
    }
  }

  /** What can not be closed is said, and keeps nobody from work. */
  private static void closeToOthers(Path state) {
    try {
      PrivateTree.close(state);
    } catch (IOException cannot) {
      // No logger before the log is open: it would write all there is, to nowhere.
      LoggerFactory.getLogger(WorkerMain.class)
          .warn("{} can not be closed to others: {}", state, cannot.toString());
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
        config.temporal().acceptsUnsealed(),
        new Class<?>[] {ProjectWorkflowImpl.class, BatchWorkflowImpl.class},
        () -> LocalHostServices.open(folders, config.named(host), environment));
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

  /** The command line takes these lines out of the keeper's log. */
  private static void fail(int exit, String line, List<String> more) {
    System.err.println("orc worker: " + line);
    more.forEach(another -> System.err.println("orc worker| " + another));
    WorkerLog.close();
    System.exit(exit);
  }
}
