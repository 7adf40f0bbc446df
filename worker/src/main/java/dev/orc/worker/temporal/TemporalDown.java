package dev.orc.worker.temporal;

import dev.orc.activities.failure.Refusal;
import dev.orc.worker.process.FileLockHold;
import dev.orc.worker.process.HostLock;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Ends the server that we started, and no other. */
public final class TemporalDown {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TemporalDown() {}

  /** What was ended; empty when no server of ours was running. */
  public static Optional<TemporalServer> end(HostFolders folders) throws InterruptedException {
    TemporalFolder folder = new TemporalFolder(folders);
    Optional<ServerRecord> running = folder.read().filter(server -> server.process().alive());
    if (running.isPresent()) {
      running.get().process().end(PATIENCE);
    }
    folder.forget();
    return running.map(ServerRecord::server);
  }

  /** For the command line, which starts it as a program of its own once the worker is down. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    HostFolders folders = HostFolders.of(System.getenv());
    if (workerRuns(folders)) {
      System.err.println("orc: the worker would start the server again; end the worker first");
      System.exit(Refusal.Kind.REFUSED.exit());
    }
    System.out.println(
        end(folders)
            .map(server -> "ended Temporal's " + server.kind().word() + " server")
            .orElse("no Temporal server of ours was running"));
  }

  private static boolean workerRuns(HostFolders folders) throws IOException {
    Optional<FileLockHold> free = FileLockHold.tryTake(HostLock.file(folders));
    if (free.isPresent()) {
      free.get().close();
    }
    return free.isEmpty();
  }
}
