package dev.orc.worker.outbox;

import dev.orc.activities.Refusal;
import dev.orc.activities.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the files of the outbox over, in the order of their names, when one appears and every few
 * seconds anyway. What is accepted is deleted, what is refused is moved aside with the reason, and
 * while Temporal is away everything stays. Thread-safe.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final long SWEEP_SECONDS = 3;

  private final Path folder;
  private final Path refused;
  private final HandOver handOver;
  private final WatchService watch;
  private final Thread thread = new Thread(this::run, "outbox");

  public Outbox(HostFolders folders, HandOver handOver) {
    this.folder = folders.outbox();
    this.refused = folder.resolve("refused");
    this.handOver = handOver;
    try {
      PrivateFiles.createFolder(refused);
      watch = FileSystems.getDefault().newWatchService();
      var unused = folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot watch " + folder, cannot);
    }
  }

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** How many files wait. */
  public int size() {
    return waiting().size();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    thread.interrupt();
    thread.join(2_000);
    watch.close();
  }

  /** One pass over what waits; ends at the first that Temporal has to be there for. */
  void sweep() {
    for (Path file : waiting()) {
      if (!handOver(file)) {
        return;
      }
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sweepIfItCan();
        WatchKey key = watch.poll(SWEEP_SECONDS, TimeUnit.SECONDS);
        if (key != null) {
          var unused = key.pollEvents();
          key.reset();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** A folder that can not be listed for a while must not silence the agents for good. */
  private void sweepIfItCan() {
    try {
      sweep();
    } catch (RuntimeException cannot) {
      LOG.error("the outbox can not be handed over; it is tried again", cannot);
    }
  }

  /** Whether the next one may be tried. */
  private boolean handOver(Path file) {
    try {
      handOver.accept(file);
      Files.deleteIfExists(file);
      return true;
    } catch (Refusal no) {
      return no.kind() != Refusal.Kind.NO_SERVER && setAside(file, no.getMessage());
    } catch (NotWhole notYet) {
      return true;
    } catch (IOException | UncheckedIOException cannotNow) {
      LOG.error("{} can not be handed over now; it stays", file.getFileName(), cannotNow);
      return true;
    } catch (RuntimeException failed) {
      LOG.error("{} can not be handed over", file.getFileName(), failed);
      return setAside(file, String.valueOf(failed.getMessage()));
    }
  }

  private boolean setAside(Path file, String reason) {
    try {
      PrivateFiles.createFolder(refused);
      Path target = refused.resolve(file.getFileName());
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.replace(Path.of(target + ".reason"), reason + "\n");
      LOG.warn("{} was refused: {}", file.getFileName(), reason);
      return true;
    } catch (IOException cannot) {
      LOG.error("{} can not be moved aside", file.getFileName(), cannot);
      return false;
    }
  }

  private List<Path> waiting() {
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
}
