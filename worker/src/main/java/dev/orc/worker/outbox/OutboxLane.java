package dev.orc.worker.outbox;

import dev.orc.activities.failure.Refusal;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words for one project, handed over in the order of their files' names by one thread at a
 * time. What is accepted is deleted, what is refused for good is moved aside and told, and while
 * the project does not answer everything stays. Thread-safe.
 */
final class OutboxLane {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxLane.class);

  /** A sweep is seconds: what is ours to mend and does not pass within a minute is told. */
  private static final int FAULTS = 20;

  /** Takes one file's words, or says by an exception why not. */
  @FunctionalInterface
  interface Taker {
    void take(Path file) throws IOException;
  }

  private final Path folder;
  private final RefusedWords refused;
  private final Taker taker;
  private final Map<Path, Integer> faults = new ConcurrentHashMap<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  OutboxLane(Path folder, RefusedWords refused, Taker taker) {
    this.folder = folder;
    this.refused = refused;
    this.taker = taker;
  }

  /** Begins a pass over what waits, unless one is under way: the next sweep wakes it again. */
  void wake(Executor threads) {
    if (waiting(folder).isEmpty() || !busy.compareAndSet(false, true)) {
      return;
    }
    try {
      threads.execute(this::pass);
    } catch (RejectedExecutionException closing) {
      busy.set(false);
    }
  }

  private void pass() {
    try {
      for (Path file : waiting(folder)) {
        if (Thread.currentThread().isInterrupted() || !handOver(file)) {
          return;
        }
      }
    } catch (RuntimeException cannot) {
      LOG.error("{} can not be handed over; it is tried again", folder, cannot);
    } finally {
      busy.set(false);
    }
  }

  static List<Path> waiting(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot list " + folder, cannot);
    }
  }

  /** Whether the next one may be tried. */
  private boolean handOver(Path file) {
    try {
      taker.take(file);
      Files.deleteIfExists(file);
      return true;
    } catch (Refusal no) {
      return refused(file, no);
    } catch (NotWhole notYet) {
      return true;
    } catch (IOException | UncheckedIOException cannotNow) {
      LOG.error("{} can not be handed over now; it stays", file.getFileName(), cannotNow);
      return true;
    } catch (StatusRuntimeException | WorkflowException away) {
      LOG.warn("{} can not be handed over now; it stays", file.getFileName(), away);
      return false;
    } catch (RuntimeException ours) {
      return failed(file, ours);
    }
  }

  /** Only what was looked at and can not be is refused for good; what could not be done passes. */
  private boolean refused(Path file, Refusal no) {
    return switch (no.kind()) {
      case USAGE, NOT_FOUND, REFUSED -> setAside(file, no.getMessage());
      case NO_SERVER, FAILED -> {
        LOG.warn("{} can not be handed over now; it stays: {}", file.getFileName(), no.toString());
        yield false;
      }
    };
  }

  /** A worker that closes interrupts; a fault of our own may pass, and may not hold up for ever. */
  private boolean failed(Path file, RuntimeException ours) {
    if (Thread.currentThread().isInterrupted()) {
      LOG.info("{} was on its way when the worker ended; it stays", file.getFileName());
      return false;
    }
    int times = faults.merge(file, 1, Integer::sum);
    if (times < FAULTS) {
      LOG.warn("{} can not be handed over now; it stays ({})", file.getFileName(), times, ours);
      return true;
    }
    LOG.error("{} can not be handed over", file.getFileName(), ours);
    return setAside(file, String.valueOf(ours.getMessage()));
  }

  private boolean setAside(Path file, String reason) {
    faults.remove(file);
    return refused.add(file, reason);
  }
}
