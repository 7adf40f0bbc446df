package dev.orc.worker;

import dev.orc.worker.orchestration.Batches;
import dev.orc.worker.orchestration.Orchestrations;
import dev.orc.worker.orchestration.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open orchestration and batch of the host that a worker has started, on a thread of
 * its own: what had been asked of the worker before is asked anew. Repeats what failed until it is
 * closed.
 */
final class WorkerStartedSignals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerStartedSignals.class);
  private static final long AGAIN_SECONDS = 2;

  private final Orchestrations orchestrations;
  private final Batches batches;
  private final String workerRun;
  private final Set<String> signalled = new HashSet<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "worker-started-signals");

  WorkerStartedSignals(Orchestrations orchestrations, Batches batches, String workerRun) {
    this.orchestrations = orchestrations;
    this.batches = batches;
    this.workerRun = workerRun;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }

  private void run() {
    try {
      while (!signalAll() && !closed.await(AGAIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("some orchestrations could not be told of this worker yet");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether all that are open know. */
  private boolean signalAll() {
    try {
      boolean projects = signalAll(orchestrations.open(), orchestrations::hostUp);
      return signalAll(batches.open(), batches::hostUp) && projects;
    } catch (RuntimeException away) {
      LOG.warn("the open orchestrations can not be listed: {}", away.getMessage());
      return false;
    }
  }

  private boolean signalAll(List<Run> open, BiConsumer<String, String> hostUp) {
    boolean all = true;
    for (Run run : open) {
      all &= signalled.contains(run.runId()) || signal(run, hostUp);
    }
    return all;
  }

  private boolean signal(Run run, BiConsumer<String, String> hostUp) {
    try {
      hostUp.accept(run.project(), workerRun);
      return signalled.add(run.runId());
    } catch (io.temporal.client.WorkflowNotFoundException over) {
      return true;
    } catch (RuntimeException failed) {
      LOG.warn("{} could not be signalled: {}", run.project(), failed.getMessage());
      return false;
    }
  }
}
